import type { SubjectProgress } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Timeline } from '../../../components/timeline'
import { Heading } from '../../../platform/heading'
import { registrationCopy as copy } from '../copy'
import styles from '../index.module.scss'

/** Where a registration stands, and what happened to it. */
export function RegistrationStatus({ progress }: { readonly progress: SubjectProgress }) {
  const { sending, refusal, receiptNumber, corrections, timeline } = progress
  const open = corrections.filter(({ resolvedAt }) => resolvedAt === null)
  // As they happened: several may bear the same minute.
  const newestFirst = [...timeline].reverse()
  return (
    <>
      <Card>
        <View className={styles.quiet}>{progress.platformName}</View>
        <Heading level={2} className={styles.name}>
          {sending === 'sent' ? progress.label : sending === 'queued' ? copy.handedOver : copy.refused}
        </Heading>
        {progress.unknownStatus !== null && <Notice tone="warn">{copy.unknown(progress.unknownStatus)}</Notice>}
        <View>{sending === 'sent' ? progress.meaning : sending === 'queued' ? copy.queued : refusal}</View>
        {sending === 'sent' && (
          <>
            {progress.holder !== '' && <View>{copy.holder(progress.holder)}</View>}
            {progress.next !== '' && <View className={styles.quiet}>{copy.next(progress.next)}</View>}
          </>
        )}
        {receiptNumber !== null && <View className={styles.code}>{copy.receipt(receiptNumber)}</View>}
      </Card>
      {open.length > 0 && (
        <Card title={copy.corrections}>
          {open.map(({ id, note }) => (
            <View key={id}>{note}</View>
          ))}
        </Card>
      )}
      {newestFirst.length > 0 && (
        <Card title={copy.happened}>
          <Timeline
            entries={newestFirst.map(({ at, label, note }) => ({ at, label, text: '', note: note ?? undefined }))}
          />
        </Card>
      )}
    </>
  )
}
