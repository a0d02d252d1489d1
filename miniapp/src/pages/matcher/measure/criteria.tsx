import { clauseWords } from '@suanhui/shared/clause'
import type { CriterionResult } from '@suanhui/shared/decision'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { FactField } from '../../../components/fact-field'
import { regionName } from '../../../components/fact-field/regions'
import { Icon } from '../../../components/icon'
import { Pressable } from '../../../platform/pressable'
import { answerWords } from '../../../words/fact'
import { shortfallWords } from '../../../words/shortfall'
import { CRITERION_WORDS } from '../../../words/status'
import { measureCopy as copy } from '../copy'
import styles from './index.module.scss'
import type { OpenMeasure } from './use-measure'

const ICONS = { met: 'check', unmet: 'cross', unknown: 'question' } as const

function told(open: OpenMeasure, fact: string): string | undefined {
  const definition = open.catalogue.facts[fact]
  const value = open.facts[fact]
  return definition === undefined || value === undefined ? undefined : answerWords(definition, value, regionName)
}

function Fields({ facts }: { readonly facts: readonly string[] }) {
  return (
    <View className={styles.inline}>
      {facts.map((fact) => (
        <FactField key={fact} id={fact} level={3} />
      ))}
    </View>
  )
}

/** One fact as it stands: what was answered, and its question when one opens it. */
export function FactRow({ open, fact }: { readonly open: OpenMeasure; readonly fact: string }) {
  const [asking, setAsking] = useState(false)
  const answered = told(open, fact)
  return (
    <View className={styles.row}>
      <Cell
        title={open.catalogue.facts[fact]?.label ?? fact}
        detail={answered === undefined ? copy.notTold : copy.told(answered)}
        expanded={asking}
        onPress={() => setAsking(!asking)}
      />
      {asking && <Fields facts={[fact]} />}
    </View>
  )
}

function CriterionItem({ open, criterion }: { readonly open: OpenMeasure; readonly criterion: CriterionResult }) {
  const [asking, setAsking] = useState(false)
  const words = CRITERION_WORDS[criterion.status]
  const answered = criterion.facts.flatMap((fact) => told(open, fact) ?? [])
  return (
    <View className={styles.row}>
      <Pressable className={styles.criterion} expanded={asking} onPress={() => setAsking(!asking)}>
        <View className={`${styles.sign} ${styles[criterion.status]}`}>
          <Icon name={ICONS[criterion.status]} />
        </View>
        <View className={styles.statement}>
          <View>{criterion.text}</View>
          <View className={styles.state}>
            <Text className={styles[`say-${words.tone}`]}>{words.text}</Text>
            <Text className={styles.quiet}>{answered.length === 0 ? copy.tell : copy.told(answered.join('，'))}</Text>
          </View>
          {criterion.shortfall !== undefined && (
            <View className={styles.short}>{shortfallWords(criterion.shortfall, open.catalogue.facts)}</View>
          )}
          <View className={styles.quiet}>
            {open.document.documentNo} <Text className={styles.clause}>{clauseWords(criterion.cite.clause)}</Text>
          </View>
        </View>
        <Icon name="chevron" small className={`${styles.chevron} ${asking ? styles.up : styles.down}`} />
      </Pressable>
      {asking && <Fields facts={criterion.facts} />}
    </View>
  )
}

/** Each condition: whether it holds, in a sign and in words, the clause that sets it, and the answer it rests on. */
export function Criteria({ open }: { readonly open: OpenMeasure }) {
  const { criteria = [], met, total } = open.decision
  return (
    <Card flush title={copy.criteria(total, met)}>
      {criteria.map((criterion) => (
        <CriterionItem key={criterion.id} open={open} criterion={criterion} />
      ))}
    </Card>
  )
}
