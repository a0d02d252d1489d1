import type { CompanyFact } from '@suanhui/shared/api'
import { formatDate } from '@suanhui/shared/date'
import { checkFact, type FactScalar } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { readCompanyFacts, saveCompanyFacts } from '../../../api/companies'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { regionName } from '../../../components/fact-field/regions'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goTo, useParam } from '../../../navigation'
import { answer, useAnswers } from '../../../stores/answers'
import { useCatalogue } from '../../../stores/catalogue'
import { useLoaded } from '../../../use-loaded'
import { answerWords } from '../../../words/fact'
import { companyCopy, factsCopy as copy } from '../copy'
import styles from '../index.module.scss'

interface KnownProps {
  readonly id: string
  readonly fact: CompanyFact
}

function Known({ id, fact }: KnownProps) {
  const definition = useCatalogue().facts[id]
  if (definition === undefined) return null
  const words = (value: CompanyFact['value']): string => answerWords(definition, value as FactScalar | null, regionName)
  return (
    <View className={styles.pair}>
      <View className={styles.small}>{definition.label}</View>
      <View className={styles.strong}>{words(fact.value)}</View>
      <View className={styles.small}>{copy.from(copy.sources[fact.source], formatDate(fact.knownOn))}</View>
      {fact.suggested !== undefined && (
        <View className={styles.small}>
          {copy.suggested(words(fact.suggested.value), copy.sources[fact.suggested.source])}
        </View>
      )}
    </View>
  )
}

function Facts() {
  const companyId = useParam('company')
  const { value, error, reload, replace } = useLoaded(() => readCompanyFacts(companyId), companyId)
  const { facts: table } = useCatalogue()
  const { answers } = useAnswers()
  const [said, setSaid] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const known = Object.entries(value.facts).filter(([id]) => table[id] !== undefined)
  // What a person answered, 不清楚 included, is never written over.
  const usable = known.filter(
    ([id, fact]) => answers[id] === undefined && fact.value !== null && checkFact(table, id, fact.value) === undefined,
  )
  const given = Object.entries(answers).flatMap(([id, one]): readonly (readonly [string, FactScalar])[] =>
    one === null ? [] : [[id, one]],
  )
  const use = () => {
    for (const [id, fact] of usable) answer(id, fact.value as FactScalar)
    setSaid(copy.used(usable.length))
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      replace(await saveCompanyFacts(companyId, Object.fromEntries(given)))
      setSaid(copy.saved)
    } catch (thrown) {
      setFailed(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <View className={styles.quiet}>{copy.intro}</View>
      {said !== undefined && (
        <Notice tone="good" live>
          {said}
        </Notice>
      )}
      <Card title={copy.known}>
        {known.length === 0 && <View>{copy.none}</View>}
        {known.map(([id, fact]) => (
          <Known key={id} id={id} fact={fact} />
        ))}
        {known.length > 0 && usable.length === 0 && said === undefined && (
          <View className={styles.quiet}>{copy.nothingNew}</View>
        )}
        {usable.length > 0 && <Button onPress={use}>{copy.use(usable.length)}</Button>}
      </Card>
      {failed !== undefined && <Problem error={failed} />}
      {given.length > 0 ? (
        <Button kind="secondary" disabled={busy} onPress={() => void save()}>
          {busy ? copy.saving : copy.save(given.length)}
        </Button>
      ) : (
        <Notice>{copy.noAnswers}</Notice>
      )}
      <Button kind="plain" onPress={() => goTo('questions')}>
        {copy.match}
      </Button>
    </>
  )
}

export default function FactsPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={companyCopy.why}>
        <Facts />
      </SignedIn>
    </Page>
  )
}
