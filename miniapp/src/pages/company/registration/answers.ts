import type { BodyOf, CompanyDetail, PaperSummary, registerCompanyContract } from '@suanhui/shared/api'
import {
  type Form,
  type FormProblem,
  type FormValues,
  fieldsOf,
  forms,
  prefill,
  validateForm,
  valueText,
} from '@suanhui/shared/forms'
import { isWithin } from '@suanhui/shared/region'
import { companyProfileOf, type ProfileSection, profileKeyOf, sectionOf } from '../fields'

type Sent = BodyOf<typeof registerCompanyContract>

/** 附件1 without what only an application asks: a registration says who the company is. */
export const registrationForm: Form = {
  ...forms.demand,
  sections: forms.demand.sections.filter(({ id }) => id !== 'claim'),
}

/** The platform that takes companies of this place; undefined where none is connected. */
export function platformFor(region: string | null): Sent['platform'] | undefined {
  if (region === null) return undefined
  if (isWithin(region, '43')) return 'hunan-scheduling'
  return isWithin(region, '14') ? 'shanxi-dispatch' : undefined
}

/** Who the company and its legal representative are: papers of these kinds go along. */
const WANTED: readonly PaperSummary['kind'][] = ['licence', 'id_document']

export const papersFor = (papers: readonly PaperSummary[]): readonly PaperSummary[] =>
  papers.filter(({ kind, status, pages }) => WANTED.includes(kind) && status !== 'refused' && pages.length > 0)

export const answersFrom = (company: CompanyDetail): FormValues =>
  prefill(registrationForm, {
    company: companyProfileOf(company),
    papers: [],
    facts: {},
    providers: [],
    earlier: {},
  })

export const problemsIn = (values: FormValues): readonly FormProblem[] => validateForm(registrationForm, values)

/** Fields of one part of the profile that keep the registration from going out, by the name they have there. */
export const missingIn = (section: ProfileSection, problems: readonly FormProblem[]): readonly string[] =>
  fieldsOf(registrationForm).flatMap((field) => {
    const key = profileKeyOf(field)
    const belongs = key === undefined ? section === 'company' : sectionOf(key) === section
    return belongs && problems.some((problem) => problem.field === field.id)
      ? [field.label.replace(/（.*?）/g, '')]
      : []
  })

/** As the platform takes them: one plain value a cell, rows of a table as they are printed. */
export function sentForm(values: FormValues): Sent['form'] {
  return Object.fromEntries(
    fieldsOf(registrationForm).flatMap((field): readonly (readonly [string, string | number | boolean])[] => {
      const value = values[field.id]?.value
      if (value === undefined) return []
      return [[field.id, typeof value === 'object' ? valueText(field, value) : value]]
    }),
  )
}
