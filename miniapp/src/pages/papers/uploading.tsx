import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Progress } from '../../components/progress'
import { aria } from '../../platform/aria'
import { bytesArrived, type QueuedUpload } from '../../stores/queued-upload'
import { clearUploads, dropUpload, retryUpload, useUploads } from '../../stores/uploads'
import { uploadCopy as copy } from './copy'
import styles from './index.module.scss'

const sum = (items: readonly QueuedUpload[], of: (item: QueuedUpload) => number): number =>
  items.reduce((all, item) => all + of(item), 0)

function stateWords(item: QueuedUpload): string | undefined {
  if (item.done) return copy.done
  if (item.words !== undefined) return item.stopped ? item.words : copy.paused(item.words)
  if (item.upload === undefined) return copy.waiting
  return bytesArrived(item) === item.size ? copy.completing : undefined
}

function OneUpload({ item }: { readonly item: QueuedUpload }) {
  const words = stateWords(item)
  return (
    <View className={styles.upload}>
      <Progress label={item.name} done={bytesArrived(item)} all={item.size} />
      {words !== undefined && (
        <View className={item.stopped ? styles.bad : styles.quiet} {...(item.stopped && aria({ live: 'polite' }))}>
          {words}
        </View>
      )}
      {item.stopped && (
        <View className={styles.pair}>
          <Button kind="secondary" onPress={() => retryUpload(item.id)}>
            {copy.retry}
          </Button>
          <Button kind="plain" onPress={() => dropUpload(item.id)}>
            {copy.drop}
          </Button>
        </View>
      )}
    </View>
  )
}

interface UploadingProps {
  readonly companyId: string
  /** Something has just become a paper. */
  readonly onArrived: () => void
}

/** What is on its way to the server: each file, and all of them together. */
export function Uploading({ companyId, onArrived }: UploadingProps) {
  const items = useUploads(companyId)
  const arrived = items.filter((item) => item.done).length
  const latest = useRef(onArrived)
  latest.current = onArrived
  useEffect(() => {
    if (arrived > 0) latest.current()
  }, [arrived])
  const left = items.length - arrived
  // What has arrived is among the papers: its line goes when everything has, so that the whole does not jump back.
  useEffect(() => {
    if (arrived === 0 || left > 0) return undefined
    const timer = setTimeout(clearUploads, 4_000)
    return () => clearTimeout(timer)
  }, [arrived, left])
  if (items.length === 0) return null
  if (left === 0)
    return (
      <Notice tone="good" live>
        {copy.allDone}
      </Notice>
    )
  return (
    <Card title={copy.title}>
      {items.length > 1 && (
        <Progress label={copy.all(left)} done={sum(items, bytesArrived)} all={sum(items, ({ size }) => size)} />
      )}
      {items
        .filter((item) => !item.done)
        .map((item) => (
          <OneUpload key={item.id} item={item} />
        ))}
      <View className={styles.quiet}>{copy.safe}</View>
    </Card>
  )
}
