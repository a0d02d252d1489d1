import type { FactValues } from '@suanhui/shared/facts'
import type { WarningRule } from '@suanhui/shared/rules'
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
import { daysLeft, shortDate, validityOf } from '../../../words/deadline'
import { type StatusWords, statusWords } from '../../../words/status'
import { resultsCopy as copy } from '../copy'
import type { Matched } from '../use-match'
import type { Result } from './groups'
import styles from './index.module.scss'

interface ResultCardProps {
  readonly result: Result
  readonly matched: Matched
  /** Where the group has a better word than the verdict. */
  readonly tag?: StatusWords
  /** What else this group has to say: what is missing, and by how much. */
  readonly children?: ReactNode
}

/** The rule for an off-platform contract that nobody has dated yet: its days run without anyone counting them. */
function undated({ decision, measure }: Result, facts: FactValues): WarningRule | undefined {
  if (decision.status !== 'eligible' && decision.status !== 'undetermined') return undefined
  return measure.warnings?.find((rule) => facts[rule.viaPlatform] !== true && facts[rule.signedOn] === undefined)
}

/** One measure: what it is, how much, until when, and what must be done by a day. */
export function ResultCard({ result, matched, tag, children }: ResultCardProps) {
  const { today, facts } = matched
  const { id, decision, measure, document } = result
  const ending = validityOf(document, today) === 'ending'
  const due = decision.warnings.filter((warning) => warning.dueOn !== undefined)
  const filing = undated(result, facts)
  return (
    <Card>
      <Pressable className={styles.open} role="link" onPress={() => goTo('measure', { id })}>
        <View className={styles.top}>
          <Heading level={3} className={styles.name}>
            {measure.title}
          </Heading>
          <Icon name="chevron" small className={styles.chevron} />
        </View>
        {decision.amount !== null && <Money words={amountWords(decision.amount)} />}
        <View className={styles.tags}>
          <Tag {...(tag ?? statusWords(decision))} />
          {ending && <Tag text={copy.until(shortDate(document.inForce.to, today))} tone="warn" />}
          <Text className={styles.source}>{document.documentNo}</Text>
        </View>
      </Pressable>
      {due.map((warning) => (
        <Notice key={warning.code} tone={warning.code === 'filing_late' ? 'bad' : 'warn'}>
          {warning.text}
          {warning.code === 'filing_due' && warning.dueOn !== undefined && daysLeft(warning.dueOn, today)}
        </Notice>
      ))}
      {filing !== undefined && <View className={styles.source}>{copy.filing(filing.withinDays)}</View>}
      {children}
    </Card>
  )
}
