import type { RuleChanges as Changes, SubmissionDetail } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { chooseRules, readRuleChanges, type SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { useLoaded } from '../../../use-loaded'
import { rulesCopy as copy } from '../copy'
import styles from './index.module.scss'

type Difference = Changes['differences'][number]

function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { kind, clause, before, after, means } = difference
  return (
    <View className={styles.difference}>
      <View className={styles.strong}>{copy.kinds[kind]}</View>
      <View className={styles.quiet}>{copy.before(before)}</View>
      <View>{copy.after(after)}</View>
      <View className={styles.strong}>{copy.means(means)}</View>
      <View className={styles.quiet}>{copy.clause(clause)}</View>
    </View>
  )
}

const told = ({ state, mayKeep, prevails }: Changes): string => {
  if (state === 'told') return copy.told
  if (state === 'kept') return copy.kept
  return mayKeep === true ? copy.choose : copy.must(prevails)
}

interface RuleChangesProps {
  readonly detail: SubmissionDetail
  readonly of: SubmissionRef
  readonly onChosen: () => void
}

/** What newer rules say otherwise than those this was begun with, and by which it goes on. Nothing where none does. */
export function RuleChanges({ detail, of, onChosen }: RuleChangesProps) {
  const { value, reload } = useLoaded(() => readRuleChanges(of), `${of.submissionId} ${detail.version}`)
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  if (value === undefined || value.state === 'none') return null
  const { state, mayKeep, to, differences } = value
  const choose = async (choice: 'keep' | 'take'): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      await chooseRules(of, { version: detail.version, choice, to: to ?? '' })
      onChosen()
    } catch (error) {
      setFailed(error)
      reload()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={copy.title}>
      <Notice tone={state === 'open' ? 'warn' : 'info'}>{told(value)}</Notice>
      {differences.map((difference) => (
        <DifferenceView key={`${difference.kind} ${difference.before} ${difference.after}`} difference={difference} />
      ))}
      {failed !== undefined && <Problem error={failed} />}
      {state !== 'told' && (
        <Button disabled={busy} onPress={() => void choose('take')}>
          {copy.take}
        </Button>
      )}
      {state === 'open' && mayKeep === true && (
        <Button kind="secondary" disabled={busy} onPress={() => void choose('keep')}>
          {copy.keep}
        </Button>
      )}
    </Card>
  )
}
