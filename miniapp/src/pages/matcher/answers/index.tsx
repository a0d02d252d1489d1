import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { FactField } from '../../../components/fact-field'
import { regionName } from '../../../components/fact-field/regions'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { goTo } from '../../../navigation'
import { Dialog } from '../../../platform/dialog'
import { clearAnswers, useAnswers } from '../../../stores/answers'
import { useCatalogue } from '../../../stores/catalogue'
import { answerWords } from '../../../words/fact'
import { answersCopy as copy } from '../copy'
import styles from './index.module.scss'
import { topicsOf } from './topics'

function AnswerRow({
  fact,
  open,
  onOpen,
}: {
  readonly fact: string
  readonly open: boolean
  readonly onOpen: () => void
}) {
  const definition = useCatalogue().facts[fact]
  const value = useAnswers().answers[fact]
  if (definition === undefined) return null
  return (
    <View className={styles.row}>
      <Cell
        title={definition.label}
        detail={value === undefined ? copy.empty : answerWords(definition, value, regionName)}
        expanded={open}
        onPress={onOpen}
      />
      {open && (
        <View className={styles.inline}>
          <FactField id={fact} level={3} />
        </View>
      )}
    </View>
  )
}

/** Empties everything, after asking once more. */
function Clear() {
  const [sure, setSure] = useState(false)
  const close = () => setSure(false)
  return (
    <>
      <Button kind="plain" onPress={() => setSure(true)}>
        {copy.clear}
      </Button>
      {sure && (
        <Dialog label={copy.clear} onClose={close}>
          <Notice tone="bad">{copy.sure}</Notice>
          <Button
            onPress={() => {
              clearAnswers()
              close()
            }}
          >
            {copy.yes}
          </Button>
          <Button kind="secondary" onPress={close}>
            {copy.no}
          </Button>
        </Dialog>
      )}
    </>
  )
}

export default function AnswersPage() {
  const { answers } = useAnswers()
  const { facts } = useCatalogue()
  const [open, setOpen] = useState<string>()
  // The one that is open stays, even while it is being emptied.
  const topics = topicsOf(facts, (fact) => answers[fact] !== undefined || fact === open)
  if (topics.length === 0) {
    return (
      <Page title={copy.title}>
        <Empty title={copy.none}>
          <Button onPress={() => goTo('questions')}>{copy.start}</Button>
        </Empty>
      </Page>
    )
  }
  return (
    <Page title={copy.title}>
      <View className={styles.quiet}>{copy.kept}</View>
      {topics.map((topic) => (
        <Card key={topic.title} flush title={topic.title}>
          {topic.facts.map((fact) => (
            <AnswerRow
              key={fact}
              fact={fact}
              open={open === fact}
              onOpen={() => setOpen(open === fact ? undefined : fact)}
            />
          ))}
        </Card>
      ))}
      <Clear />
    </Page>
  )
}
