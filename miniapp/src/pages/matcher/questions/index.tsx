import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { FactField } from '../../../components/fact-field'
import { Page } from '../../../components/page'
import { goTo } from '../../../navigation'
import { aria } from '../../../platform/aria'
import { Pressable } from '../../../platform/pressable'
import { useDrawn } from '../../../platform/use-drawn'
import { clockTime } from '../../../words/deadline'
import { questionsCopy as copy } from '../copy'
import styles from './index.module.scss'
import { useQuestions } from './use-questions'

/** A screen's cards by their place: the next screen goes into the same ones, and only what differs goes to the view. */
const PLACES = ['1', '2', '3', '4', '5'] as const
/** The first of the cards comes with the page, the others one by one. */
const AT_FIRST = 1

/** What would still change the result: what was left empty, else what was said to be unknown. */
function doneWords(empty: number, open: number): string {
  if (empty > 0) return copy.doneWithGaps(empty)
  return open > 0 ? copy.doneWithDoubts(open) : copy.doneDetail
}

export default function QuestionsPage() {
  const { screen, number, finished, empty, matters, answers, progress, savedAt, canGoBack, goOn, goBack } =
    useQuestions()
  const drawn = useDrawn(PLACES.length, AT_FIRST)
  const turn = (go: () => void) => () => {
    go()
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const bar = (
    <View className={styles.bar}>
      <View className={canGoBack ? styles.back : styles.none}>
        <Button kind="secondary" onPress={turn(goBack)}>
          {copy.previous}
        </Button>
      </View>
      <View className={styles.on}>
        <Button onPress={finished ? () => goTo('results') : turn(goOn)}>
          {finished ? copy.seeResults : copy.next}
        </Button>
      </View>
    </View>
  )
  return (
    <Page title={copy.title} bar={bar}>
      <View className={styles.head}>
        <View className={styles.state}>
          <Text>{finished ? copy.done : copy.page(number)}</Text>
          <Text {...aria({ live: 'polite' })}>
            {savedAt === undefined ? copy.notSaved : copy.saved(clockTime(savedAt))}
          </Text>
        </View>
        <View className={styles.progress}>{copy.progress(progress)}</View>
        {!finished && (
          <Pressable className={styles.link} role="link" onPress={() => goTo('results')}>
            {copy.results}
          </Pressable>
        )}
      </View>
      {finished ? (
        <Empty title={copy.done}>
          <View>{doneWords(empty, progress.open)}</View>
          <Button kind="plain" onPress={() => goTo('answers')}>
            {copy.changeAnswers}
          </Button>
        </Empty>
      ) : (
        <>
          <View className={styles.cards}>
            {PLACES.map((key, place) => {
              const fact = screen[place]
              return (
                <View key={key} className={styles.place}>
                  {fact !== undefined && place < drawn && (
                    <Card>
                      <FactField
                        id={fact}
                        aside={answers[fact] === undefined && !matters.has(fact) ? copy.matters : undefined}
                      />
                    </Card>
                  )}
                </View>
              )
            })}
          </View>
          <View className={styles.hint}>{copy.optional}</View>
        </>
      )}
    </Page>
  )
}
