import type { Form, FormId } from './form'
import { application } from './tables/application'
import { claim } from './tables/claim'
import { demand } from './tables/demand'
import { filing } from './tables/filing'
import { redemption } from './tables/redemption'
import { report } from './tables/report'

/** 附件1–4 of 湘工信信息软件〔2026〕168号 in the order of the document, then those of 晋政办发〔2024〕35号. */
export const forms: Readonly<Record<FormId, Form>> = { demand, filing, application, report, claim, redemption }
