import { ruleWords } from '@suanhui/shared/rules'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Money } from '../../../components/money'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { amountWords, gainWords, workedWords } from '../../../words/amount'
import { validityWords } from '../../../words/deadline'
import { measureCopy as copy } from '../copy'
import { FactRow } from './criteria'
import styles from './index.module.scss'
import type { OpenMeasure } from './use-measure'

/** What it pays: the sum, how it was worked out, how the document sets it, and what it still needs to know. */
export function AmountCard({ open }: { readonly open: OpenMeasure }) {
  const { decision, measure, catalogue, facts, amountFacts } = open
  const rule = ruleWords(measure.amount, catalogue)
  const worked = decision.amount === null ? undefined : workedWords(measure.amount, facts)
  const gain = decision.amount === null ? undefined : gainWords(measure.amount, facts, catalogue)
  return (
    <Card title={copy.amount}>
      {decision.amount !== null && <Money words={amountWords(decision.amount)} size="large" />}
      {worked !== undefined && <View className={styles.worked}>{worked}</View>}
      {gain !== undefined && <View>{gain}</View>}
      {rule !== undefined && <View>{copy.rule(rule)}</View>}
      {rule === undefined && decision.amount === null && <View>{copy.noFigure}</View>}
      {measure.amountNote !== undefined && <View className={styles.quiet}>{measure.amountNote}</View>}
      {amountFacts.length > 0 && (
        <View className={styles.rows}>
          <View className={styles['rows-title']}>{copy.amountFacts}</View>
          {amountFacts.map((fact) => (
            <FactRow key={fact} open={open} fact={fact} />
          ))}
        </View>
      )}
    </Card>
  )
}

/** Papers, place, people and day. */
export function HowTo({ open }: { readonly open: OpenMeasure }) {
  const { measure, document, today } = open
  return (
    <Card title={copy.howTo}>
      <Item name={copy.materials}>
        {measure.materials.length === 0
          ? copy.noMaterials
          : measure.materials.map((paper, index) => (
              <View key={paper}>
                {index + 1}. {paper}
              </View>
            ))}
      </Item>
      <Item name={copy.applyAt}>{measure.applyAt}</Item>
      <Item name={copy.handledBy}>{measure.handledBy}</Item>
      <Item name={copy.deadline}>
        {measure.deadline}
        <View className={styles.quiet}>{copy.validity(validityWords(document, today))}</View>
      </Item>
    </Card>
  )
}

function Item({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <View className={styles.item}>
      <Heading level={3} className={styles['item-name']}>
        {name}
      </Heading>
      <View>{children}</View>
    </View>
  )
}

/** What cannot be had beside it. */
export function Rivals({ open }: { readonly open: OpenMeasure }) {
  if (open.rivals.length === 0) return null
  return (
    <Card flush title={copy.rivals}>
      {open.rivals.map(({ group, other }) =>
        other === undefined ? null : (
          <Cell
            key={`${group.title} ${other.id}`}
            title={other.measure.title}
            detail={`${group.title} · ${other.document.documentNo}`}
            onPress={() => goTo('measure', { id: other.id })}
          />
        ),
      )}
    </Card>
  )
}
