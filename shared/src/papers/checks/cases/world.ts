import type { CheckContext } from '../../context'
import type { Severity } from '../../finding'
import type { Paper } from '../../paper'
import { context, contract, gpuLine, invoice, payment } from '../../papers.fixture'

export interface World {
  readonly papers?: readonly Paper[]
  /** Instead of the usual context. */
  readonly known?: CheckContext
  readonly context?: Partial<CheckContext>
}
export type Row = readonly [what: string, world: World, severity: Severity]
export type Beside = readonly [what: string, world: World]

export const { filedOn: _filedOn, ...unfiled } = context
export const { providers: _providers, ...offline } = context

export const sound = [contract(), invoice(), payment()]
export const withInvoice = (...changed: Parameters<typeof invoice>): World => ({
  papers: [contract(), invoice(...changed), payment()],
})
export const withContract = (...changed: Parameters<typeof contract>): World => ({
  papers: [contract(...changed), invoice(), payment()],
})
export const withPayment = (...changed: Parameters<typeof payment>): World => ({
  papers: [contract(), invoice(), payment(...changed)],
})
export const second = { id: 'invoice-2' }
export const blurred = { width: 1600, height: 2400, problems: ['blurred'] } as const
export const clear = { width: 1600, height: 2400, problems: [] } as const
export const bandwidth = { ...gpuLine, name: '*信息技术服务*网络带宽费' }
export const someoneElse = { name: '株洲测试贸易有限公司', code: '91430100MA0TEXT044' }
export const stampedForm = (seals: Paper['seals']): Paper => ({
  ...contract(),
  id: 'form-1',
  kind: 'stamped_form',
  fields: {},
  seals,
})
export const unread = (paper: Paper, field: string): Paper => {
  const value = paper.fields[field]
  return value ? { ...paper, fields: { ...paper.fields, [field]: { ...value, status: 'suggested' } } } : paper
}

export type Cases = Readonly<Record<string, { readonly fires: readonly Row[]; readonly beside: readonly Beside[] }>>
