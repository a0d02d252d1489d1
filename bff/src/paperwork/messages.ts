import type { FormValues } from '@suanhui/shared/forms'
import type { FormToRender, RenderedForm, RenderOptions } from './draw-form'

export type PaperworkRequest =
  | { readonly forms: readonly FormToRender[]; readonly options: RenderOptions }
  | { readonly docx: FormValues }

export type PaperworkAnswer = { readonly rendered: RenderedForm } | { readonly failed: string }
