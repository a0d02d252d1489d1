import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Page } from '../../components/page'
import { Tabs } from '../../components/tabs'
import { goTo } from '../../navigation'
import { Heading } from '../../platform/heading'
import { Pressable } from '../../platform/pressable'
import { useAnswers } from '../../stores/answers'
import { answeredCount } from '../../stores/answers-state'
import { useCatalogue } from '../../stores/catalogue'
import { versionDay } from '../../stores/catalogue-choice'
import { setElder, usePreferences } from '../../stores/preferences'
import { useSignedIn } from '../../stores/session'
import { validityOf, validityWords } from '../../words/deadline'
import { startCopy as copy } from './copy'
import styles from './index.module.scss'
import { ToDo } from './to-do'

export default function StartPage() {
  const catalogue = useCatalogue()
  const answered = answeredCount(useAnswers())
  const { elder } = usePreferences()
  const signedIn = useSignedIn()
  const today = shanghaiDay(new Date())
  const open = catalogue.documents.filter((document) => document.listing === 'open')
  const ending = open.filter((document) => validityOf(document, today) === 'ending')
  const areas = [...new Set(catalogue.documents.map(({ region }) => catalogue.areas[region] ?? region))]
  const measures = catalogue.documents.reduce((count, document) => count + document.measures.length, 0)
  return (
    <Page bar={<Tabs current="start" />}>
      <View className={styles.top}>
        <View className={styles.brand}>{copy.brand}</View>
        <Pressable className={styles.elder} pressed={elder} onPress={() => setElder(!elder)}>
          {elder ? copy.elderOff : copy.elder}
        </Pressable>
      </View>
      {signedIn && <ToDo />}
      <View className={styles.hero}>
        <Heading level={1} className={styles.heading}>
          {copy.heading}
        </Heading>
        <View className={styles.intro}>{copy.intro}</View>
        <Button onPress={() => goTo('questions')}>{answered > 0 ? copy.resume : copy.begin}</Button>
        {answered > 0 && <View className={styles.answered}>{copy.answered(answered)}</View>}
      </View>
      {ending.length > 0 && (
        <Card flush title={copy.ending}>
          {ending.map((document) => (
            <Cell
              key={document.id}
              icon="clock"
              title={document.title}
              detail={`${document.documentNo}，${validityWords(document, today)}`}
              onPress={() => goTo('document', { id: document.id })}
            />
          ))}
        </Card>
      )}
      <Card flush>
        <Cell icon="question" title={copy.help} detail={copy.helpDetail} onPress={() => goTo('help')} />
        <Cell icon="list" title={copy.results} detail={copy.resultsDetail} onPress={() => goTo('results')} />
        {answered > 0 && (
          <Cell icon="edit" title={copy.answers} detail={copy.answersDetail} onPress={() => goTo('answers')} />
        )}
        <Cell icon="search" title={copy.providers} detail={copy.providersDetail} onPress={() => goTo('providers')} />
        <Cell
          icon="document"
          title={copy.library}
          detail={copy.libraryDetail(areas, catalogue.documents.length, measures)}
          onPress={() => goTo('library')}
        />
      </Card>
      <View className={styles.foot}>
        <View>{copy.rules(formatDate(versionDay(catalogue)))}</View>
        <View>{copy.offline}</View>
      </View>
    </Page>
  )
}
