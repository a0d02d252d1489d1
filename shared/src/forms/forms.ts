import type { Form, FormId } from './form'
import { application } from './tables/application'
import { demand } from './tables/demand'
import { filing } from './tables/filing'
import { report } from './tables/report'

/** 附件1–4 of 湘工信信息软件〔2026〕168号, in the order of the document. */
export const forms: Readonly<Record<FormId, Form>> = { demand, filing, application, report }
