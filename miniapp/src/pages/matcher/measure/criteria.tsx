import type { CriterionResult } from '@suanhui/shared/decision'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { FactField } from '../../../components/fact-field'
import { regionName } from '../../../components/fact-field/regions'
import { Icon } from '../../../components/icon'
import { answerWords } from '../../../words/fact'
import { shortfallWords } from '../../../words/shortfall'
import { CRITERION_WORDS } from '../../../words/status'
import styles from './index.module.scss'
import type { OpenMeasure } from './use-measure'

const ICONS = { met: 'check', unmet: 'cross', unknown: 'question' } as const

/** One fact as it stands: what was answered, and its question when one opens it. */
export function FactRow({ open, fact }: { readonly open: OpenMeasure; readonly fact: string }) {
  const [asking, setAsking] = useState(false)
  const definition = open.catalogue.facts[fact]
  if (definition === undefined) return null
  const value = open.facts[fact]
  return (
    <View>
      <Cell
        title={definition.label}
        detail={value === undefined ? '还没填，点这里填' : `您填的：${answerWords(definition, value, regionName)}`}
        expanded={asking}
        onPress={() => setAsking(!asking)}
      />
      {asking && (
        <View className={styles.inline}>
          <FactField id={fact} level={4} />
        </View>
      )}
    </View>
  )
}

function CriterionItem({ open, criterion }: { readonly open: OpenMeasure; readonly criterion: CriterionResult }) {
  const words = CRITERION_WORDS[criterion.status]
  return (
    <View className={styles.criterion}>
      <View className={styles.verdict}>
        <View className={`${styles.sign} ${styles[criterion.status]}`}>
          <Icon name={ICONS[criterion.status]} />
        </View>
        <View className={styles.statement}>
          <View>{criterion.text}</View>
          <View className={styles.state}>
            <Text className={styles[`say-${words.tone}`]}>{words.text}</Text>
            <Text className={styles.clause}>
              {open.document.documentNo} {criterion.cite.clause}
            </Text>
          </View>
          {criterion.shortfall !== undefined && (
            <View className={styles.short}>{shortfallWords(criterion.shortfall, open.catalogue.facts)}</View>
          )}
        </View>
      </View>
      {criterion.facts.map((fact) => (
        <FactRow key={fact} open={open} fact={fact} />
      ))}
    </View>
  )
}

/** Each condition: whether it holds, in a sign and in words, the clause that sets it, and the answer it rests on. */
export function Criteria({ open }: { readonly open: OpenMeasure }) {
  const { criteria = [], met, total } = open.decision
  return (
    <Card flush title={`申报条件（${total}条，符合${met}条）`}>
      {criteria.map((criterion) => (
        <CriterionItem key={criterion.id} open={open} criterion={criterion} />
      ))}
    </Card>
  )
}
