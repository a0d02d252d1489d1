import type { SubmissionSummary } from '@suanhui/shared/api'
import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { Tag } from '../../components/tag'
import { goTo } from '../../navigation'
import { Pressable } from '../../platform/pressable'
import { daysLeft } from '../../words/deadline'
import { instantWords } from '../../words/instant'
import { casesCopy as copy } from './copy'
import styles from './index.module.scss'

type Tone = Parameters<typeof Tag>[0]['tone']

function stateOf({ sending, standing }: SubmissionSummary): { readonly text: string; readonly tone: Tone } {
  if (sending !== 'sent') return { text: copy.sending[sending], tone: sending === 'refused' ? 'bad' : 'mute' }
  return { text: standing.label, tone: standing.items.some(({ resolved }) => !resolved) ? 'warn' : 'good' }
}

/** One filing or application: what it is, where it stands, what has to be done by when. */
export function CaseRow({ companyId, of }: { readonly companyId: string; readonly of: SubmissionSummary }) {
  const today = shanghaiDay(new Date())
  const open = of.standing.items.filter(({ resolved }) => !resolved).length
  const { text, tone } = stateOf(of)
  const toRedeem = of.standing.acts.includes('redeem')
  const dueShown = of.dueOn !== undefined && (of.sending === 'draft' || open > 0 || toRedeem)
  return (
    <Pressable role="link" className={styles.row} onPress={() => goTo('submission', { company: companyId, id: of.id })}>
      <View className={styles.tags}>
        <View className={styles.step}>{copy.steps[of.step]}</View>
        <Tag text={text} tone={tone} />
      </View>
      <View className={styles.title}>{of.title}</View>
      {toRedeem && <View className={styles.urgent}>{copy.redeem}</View>}
      {open > 0 && <View className={styles.urgent}>{copy.corrections(open)}</View>}
      {dueShown && of.dueOn !== undefined && (
        <View className={styles.urgent}>{copy.due(formatDate(of.dueOn), daysLeft(of.dueOn, today))}</View>
      )}
      <View className={styles.small}>{copy.changed(instantWords(of.updatedAt))}</View>
    </Pressable>
  )
}
