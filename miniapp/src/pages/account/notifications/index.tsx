import type { NotificationChoices } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { chooseNotifications, readNotificationChoices } from '../../../api/messages'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem, problemWords } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { Tick } from '../../../components/tick'
import { WechatMessages } from '../../../components/wechat-messages'
import { useLoaded } from '../../../use-loaded'
import { notificationsCopy as copy } from '../copy'
import styles from '../index.module.scss'

type Choice = Pick<NotificationChoices['topics'][number], 'name' | 'explanation' | 'on' | 'locked'>

function ChoiceRow({
  choice,
  open,
  onChange,
}: {
  readonly choice: Choice
  readonly open: boolean
  readonly onChange: () => void
}) {
  return (
    <View className={styles.choice}>
      {open ? (
        <Tick label={choice.name} checked={choice.on} onChange={onChange} />
      ) : (
        <View className={styles.strong}>{choice.name}</View>
      )}
      <View className={styles.small}>{choice.explanation}</View>
      {choice.locked && <View className={styles.small}>{copy.locked}</View>}
    </View>
  )
}

function Choices() {
  const { value, error, reload, replace } = useLoaded(readNotificationChoices, '')
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'bad'; readonly words: string }>()
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const choose = (body: Parameters<typeof chooseNotifications>[0]): void => {
    setSaid(undefined)
    chooseNotifications(body).then(
      (next) => {
        replace(next)
        setSaid({ tone: 'good', words: copy.saved })
      },
      (failed: unknown) => setSaid({ tone: 'bad', words: problemWords(failed) }),
    )
  }
  return (
    <>
      {said !== undefined && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      <Card title={copy.channels}>
        {value.channels.map((channel) => (
          <ChoiceRow
            key={channel.id}
            choice={channel}
            open={channel.available && !channel.locked}
            onChange={() => choose({ channels: { [channel.id]: !channel.on } })}
          />
        ))}
      </Card>
      <WechatMessages />
      <Card title={copy.topics}>
        {value.topics.map((topic) => (
          <ChoiceRow
            key={topic.id}
            choice={topic}
            open={!topic.locked}
            onChange={() => choose({ topics: { [topic.id]: !topic.on } })}
          />
        ))}
      </Card>
      <Notice>{copy.quiet(value.quietHours)}</Notice>
    </>
  )
}

export default function NotificationsPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Choices />
      </SignedIn>
    </Page>
  )
}
