import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Empty } from '../../components/empty'
import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { Problem } from '../../components/problem'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'
import { goTo } from '../../navigation'
import { aria } from '../../platform/aria'
import { Pressable } from '../../platform/pressable'
import { messagesCopy as copy } from './copy'
import styles from './index.module.scss'
import { MessageCard } from './message-card'
import { useInbox } from './use-inbox'

function Inbox() {
  const { inbox, error, reload, reading, failed, open, readAll, readMore } = useInbox()
  if (inbox === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  return (
    <>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {inbox.messages.length === 0 ? (
        <Empty title={copy.none}>{copy.noneDetail}</Empty>
      ) : (
        <View className={styles.top}>
          <View className={styles.count} {...aria({ live: 'polite' })}>
            {copy.unread(inbox.unread)}
          </View>
          {inbox.unread > 0 && (
            <Pressable className={styles.small} onPress={readAll}>
              {copy.readAll}
            </Pressable>
          )}
        </View>
      )}
      {inbox.messages.map((message) => (
        <MessageCard key={message.id} message={message} onOpen={() => open(message)} />
      ))}
      {failed !== undefined && <Problem error={failed} />}
      {inbox.next !== null && (
        <Button kind="secondary" disabled={reading} onPress={readMore}>
          {reading ? copy.reading : copy.more}
        </Button>
      )}
      <Card flush>
        <Cell icon="bell" title={copy.choices} onPress={() => goTo('notificationChoices')} />
      </Card>
    </>
  )
}

export default function MessagesPage() {
  return (
    <Page title={copy.title} root bar={<Tabs current="messages" />}>
      <SignedIn why={copy.why}>
        <Inbox />
      </SignedIn>
    </Page>
  )
}
