import type { Consents as ConsentList } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { changeConsent, readConsents } from '../../../api/privacy'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { LEGAL_VERSION } from '../../../legal-version'
import { useCompanies } from '../../../stores/companies'
import { useLoaded } from '../../../use-loaded'
import { instantWords } from '../../../words/instant'
import { privacyCopy as copy } from '../copy'
import styles from '../index.module.scss'

type Consent = ConsentList['consents'][number]
type Wanted = Pick<Consent, 'purpose' | 'companyId'>

const PERSONAL: readonly Consent['purpose'][] = ['service', 'notifications', 'sharing_with_platform']

/** What whoever signs in agrees to with the terms, until they say otherwise. */
const WITH_THE_TERMS: readonly Consent['purpose'][] = ['service', 'notifications']

const standing = (consents: readonly Consent[], { purpose, companyId }: Wanted): Consent | undefined =>
  consents
    .filter((one) => one.purpose === purpose && one.companyId === companyId)
    .reduce<Consent | undefined>((last, one) => (last === undefined || one.at >= last.at ? one : last), undefined)

const whenWords = (purpose: Consent['purpose'], consent: Consent | undefined): string => {
  if (consent === undefined) return WITH_THE_TERMS.includes(purpose) ? copy.atLogin : copy.never
  const when = instantWords(consent.at)
  return consent.given ? copy.given(when, consent.version) : copy.taken(when)
}

/** What was agreed to, what each is for, and the way out of it. */
export function Consents() {
  const { value, error, reload, replace } = useLoaded(readConsents, '')
  const { companies = [] } = useCompanies()
  const [failed, setFailed] = useState<unknown>()
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const rows: readonly (Wanted & { readonly company?: string })[] = [
    ...PERSONAL.map((purpose) => ({ purpose })),
    ...companies.map(({ id, name }) => ({ purpose: 'proactive_matching' as const, companyId: id, company: name })),
  ]
  const change = (wanted: Wanted, given: boolean): void => {
    setFailed(undefined)
    const { purpose, companyId } = wanted
    const about = companyId === undefined ? {} : { companyId }
    changeConsent({ purpose, ...about, version: LEGAL_VERSION, given }).then(replace, setFailed)
  }
  return (
    <Card title={copy.consents}>
      <View className={styles.intro}>{copy.intro}</View>
      {failed !== undefined && <Problem error={failed} />}
      {rows.map((row) => {
        const consent = standing(value.consents, row)
        const given = consent?.given ?? WITH_THE_TERMS.includes(row.purpose)
        return (
          <View key={`${row.purpose} ${row.companyId ?? ''}`} className={styles.choice}>
            <View className={styles.strong}>{copy.purposes[row.purpose]}</View>
            {row.company !== undefined && <View>{copy.forCompany(row.company)}</View>}
            <View className={styles.small}>{copy.explain[row.purpose]}</View>
            <View className={styles.small}>{whenWords(row.purpose, consent)}</View>
            {consent?.given === false && (
              <Notice tone="warn" live>
                {copy.takenBack[row.purpose]}
              </Notice>
            )}
            {row.purpose !== 'service' && (
              <Button kind="secondary" onPress={() => change(row, !given)}>
                {given ? copy.take : copy.give}
              </Button>
            )}
          </View>
        )
      })}
    </Card>
  )
}
