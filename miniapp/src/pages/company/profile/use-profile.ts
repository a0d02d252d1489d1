import type { CompanyDetail } from '@suanhui/shared/api'
import { type FormValue, type FormValues, isBlank } from '@suanhui/shared/forms'
import { changeCompany, readCompany } from '../../../api/companies'
import { draftsOf } from '../../../stores/draft/open-drafts'
import { type ProfileKey, profileFields, valueIn, valuesOf } from '../fields'
import { problemOf, savable, shown } from './edited'

const isKey = (name: string): name is ProfileKey => profileFields.some(({ key }) => key === name)

const useDraft = draftsOf((companyId: string) => ({
  name: `draft:company:${companyId}`,
  read: () => readCompany(companyId),
  standing: ({ profile }: CompanyDetail, name) => (isKey(name) ? (valueIn(profile, name) ?? null) : null),
  sendable: ({ profile }, edits) => savable(edits, shown(valuesOf(profile), edits)),
  write({ version }, edits) {
    const body = Object.fromEntries(Object.entries(edits).map(([name, { value }]) => [name, value]))
    return changeCompany(companyId, { version, ...body } as Parameters<typeof changeCompany>[1])
  },
}))

/** The profile as this person edits it. */
export function useProfile(companyId: string) {
  const draft = useDraft(companyId)
  const { saved: company, edits, refused, change } = draft
  const values: FormValues = company === undefined ? {} : shown(valuesOf(company.profile), edits)
  return {
    ...draft,
    company,
    values,
    problemOf: (key: ProfileKey): string | undefined => problemOf(key, values) ?? refused[key],
    change: (key: ProfileKey, value: FormValue | undefined) =>
      change(key, value === undefined || isBlank(value) ? null : value),
  }
}
