import { shorten } from './fit'

const FORMS = /(股份有限公司|有限责任公司|有限公司|集团公司|（有限合伙）|\(有限合伙\))$/
const MOST = 12

/** The name as people say it, without its legal form: enough to know which company is meant. */
export const companyShortName = (name: string): string => shorten(name.trim().replace(FORMS, '') || name, MOST)
