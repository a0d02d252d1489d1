import type { IsoDate } from '@suanhui/shared/date'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '../../../components/card'
import { Icon } from '../../../components/icon'
import { Money } from '../../../components/money'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { Pressable } from '../../../platform/pressable'
import { amountWords } from '../../../words/amount'
import { shortDate, validityOf } from '../../../words/deadline'
import { statusWords } from '../../../words/status'
import type { Result } from './groups'
import styles from './index.module.scss'

interface ResultCardProps {
  readonly result: Result
  readonly today: IsoDate
  /** What else this group has to say: what is missing, and by how much. */
  readonly children?: ReactNode
}

/** One measure: what it is, how much, until when, and what must be done by a day. */
export function ResultCard({ result, today, children }: ResultCardProps) {
  const { id, decision, measure, document } = result
  const ending = validityOf(document, today) === 'ending'
  const due = decision.warnings.filter((warning) => warning.dueOn !== undefined)
  return (
    <Card>
      <Pressable className={styles.open} role="link" onPress={() => goTo('measure', { id })}>
        <View className={styles.top}>
          <Heading level={3} className={styles.name}>
            {measure.title}
          </Heading>
          <Icon name="chevron" small className={styles.chevron} />
        </View>
      </Pressable>
      {decision.amount !== null && <Money words={amountWords(decision.amount)} />}
      <View className={styles.tags}>
        <Tag {...statusWords(decision)} />
        {ending && <Tag text={`${shortDate(document.inForce.to, today)}到期`} tone="warn" />}
        <Text className={styles.source}>{document.documentNo}</Text>
      </View>
      {due.map((warning) => (
        <Notice key={warning.code} tone={warning.code === 'filing_late' ? 'bad' : 'warn'}>
          {warning.text}
        </Notice>
      ))}
      {children}
    </Card>
  )
}
