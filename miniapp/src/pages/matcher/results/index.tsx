import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { FactField } from '../../../components/fact-field'
import { regionName } from '../../../components/fact-field/regions'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { addressOf, goTo } from '../../../navigation'
import { Dialog } from '../../../platform/dialog'
import { Pressable } from '../../../platform/pressable'
import { ShareButton, useSharing } from '../../../platform/share'
import { useDrawn } from '../../../platform/use-drawn'
import { answerWords } from '../../../words/fact'
import { resultsCopy as copy } from '../copy'
import { type Matched, useMatch } from '../use-match'
import { groupResults } from './groups'
import { ClosedGroups, EligibleGroup, NearGroup, OPEN_AT_FIRST, OpeningGroup, UndeterminedGroup } from './groups-view'
import styles from './index.module.scss'
import { Summary } from './summary'

/** Whose results these are: where the company is decides most. */
function Whose({ matched }: { readonly matched: Matched }) {
  const { catalogue, facts } = matched
  const said = ['company.region', 'company.kind'].flatMap((id) => {
    const [definition, value] = [catalogue.facts[id], facts[id]]
    return definition === undefined || value === undefined || value === null
      ? []
      : [answerWords(definition, value, regionName)]
  })
  return (
    <View className={styles.whose}>
      <View className={styles.quiet}>{copy.by(said)}</View>
      <Pressable className={styles.link} role="link" onPress={() => goTo('answers')}>
        {copy.edit}
      </Pressable>
    </View>
  )
}

/** What can be had, each of what is still open, what nearly fits, and the others with what leads on. */
const PARTS = OPEN_AT_FIRST + 3

export default function ResultsPage() {
  const matched = useMatch('all')
  const [asked, setAsked] = useState<string>()
  const drawn = useDrawn(PARTS, 1)
  useSharing({ title: copy.shareTitle, path: addressOf('results', {}) })
  if (Object.keys(matched.facts).length === 0) {
    return (
      <Page title={copy.title}>
        <Empty title={copy.none}>
          <View>{copy.noneDetail}</View>
          <Button onPress={() => goTo('questions')}>{copy.start}</Button>
        </Empty>
      </Page>
    )
  }
  const groups = groupResults(matched.catalogue, matched.result, matched.facts)
  const region = matched.facts['company.region']
  return (
    <Page title={copy.title}>
      <Whose matched={matched} />
      <Summary matched={matched} />
      {(region === undefined || region === null) && (
        <Card>
          <Notice>{copy.place}</Notice>
          <FactField id="company.region" />
        </Card>
      )}
      <EligibleGroup matched={matched} results={groups.eligible} />
      {drawn > 1 && (
        <UndeterminedGroup matched={matched} results={groups.undetermined} onAsk={setAsked} drawn={drawn - 1} />
      )}
      {drawn > OPEN_AT_FIRST + 1 && (
        <>
          <NearGroup matched={matched} results={groups.near} />
          <OpeningGroup matched={matched} notYet={groups.notYet} ending={groups.ending} />
        </>
      )}
      {drawn > OPEN_AT_FIRST + 2 && (
        <>
          <ClosedGroups groups={groups} />
          {matched.result.nextQuestions.length > 0 && <Button onPress={() => goTo('questions')}>{copy.more}</Button>}
          <ShareButton path={addressOf('results', {})} className={buttonClass('plain')}>
            {copy.share}
          </ShareButton>
        </>
      )}
      {asked !== undefined && (
        <Dialog label={matched.catalogue.facts[asked]?.question ?? ''} onClose={() => setAsked(undefined)}>
          <FactField id={asked} />
          <Button onPress={() => setAsked(undefined)}>{copy.close}</Button>
        </Dialog>
      )}
    </Page>
  )
}
