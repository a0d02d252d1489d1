import type { CompanyDetail } from '@suanhui/shared/api'
import {
  type CompanyProfile,
  type FilledValue,
  type FormField,
  type FormValue,
  type FormValues,
  fieldsOf,
  forms,
} from '@suanhui/shared/forms'

/** What a company can say of itself. Its name and code come from its registration. */
export type ProfileKey = Exclude<keyof CompanyProfile, 'name' | 'creditCode'>
export type ProfileSection = 'company' | 'legal' | 'contact' | 'money' | 'bank'

export interface ProfileField {
  readonly key: ProfileKey
  /** As the first official table that asks for it has it, under the profile's own name. */
  readonly field: FormField
}

const companyKey = (field: FormField | undefined): keyof CompanyProfile | undefined => {
  for (const origin of field?.from ?? []) if ('company' in origin) return origin.company
  return undefined
}

/** The part of the profile that a field of an official table is filled in from. */
export function profileKeyOf(field: FormField | undefined): ProfileKey | undefined {
  const key = companyKey(field)
  return key === 'name' || key === 'creditCode' ? undefined : key
}

function collect(): readonly ProfileField[] {
  const found = new Map<ProfileKey, FormField>()
  for (const field of Object.values(forms).flatMap(fieldsOf)) {
    const key = profileKeyOf(field)
    if (key === undefined || found.has(key)) continue
    const { onlyIf: _never, ...always } = field
    found.set(key, { ...always, id: key } as FormField)
  }
  return [...found].map(([key, field]) => ({ key, field }))
}

/** Every field of the official tables that is filled in from the company, once. */
export const profileFields: readonly ProfileField[] = collect()

export function sectionOf(key: ProfileKey): ProfileSection {
  if (key.startsWith('legal')) return 'legal'
  if (key.startsWith('contact')) return 'contact'
  if (key.startsWith('bank')) return 'bank'
  return key.startsWith('revenue') || key === 'shareholders' ? 'money' : 'company'
}

export const SECTIONS: readonly ProfileSection[] = ['company', 'legal', 'contact', 'money', 'bank']

export const fieldsIn = (section: ProfileSection): readonly ProfileField[] =>
  profileFields.filter(({ key }) => sectionOf(key) === section)

type Profile = CompanyDetail['profile']

/** A part of the profile as a form holds it; undefined where nothing was given. */
export function valueIn(profile: Profile, key: ProfileKey): FormValue | undefined {
  const given = profile[key]
  return given === undefined || given === null ? undefined : given
}

/** The whole profile as the fields show it. */
export const valuesOf = (profile: Profile): FormValues =>
  Object.fromEntries(
    profileFields.flatMap(({ key }): readonly (readonly [string, FilledValue])[] => {
      const value = valueIn(profile, key)
      return value === undefined ? [] : [[key, { value, source: 'person', confirmed: true }]]
    }),
  )

/** The company as forms are filled in from it. */
export const companyProfileOf = ({ name, creditCode, profile }: CompanyDetail): CompanyProfile => ({
  ...(Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== null && value !== undefined),
  ) as CompanyProfile),
  name,
  creditCode,
})
