import type { InboxMessage } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { Tag } from '../../components/tag'
import { placeOfMessage } from '../../places'
import { Pressable } from '../../platform/pressable'
import { instantWords } from '../../words/instant'
import { messagesCopy as copy } from './copy'
import styles from './index.module.scss'

interface MessageCardProps {
  readonly message: InboxMessage
  readonly onOpen: () => void
}

/** One message. Pressing it counts it as read, and leads to its place where it has one. */
export function MessageCard({ message, onOpen }: MessageCardProps) {
  const unread = message.readAt === null
  const leads = placeOfMessage(message.link) !== undefined
  return (
    <Pressable
      role={leads ? 'link' : 'button'}
      className={`${styles.message} ${unread ? styles.unread : ''}`}
      onPress={onOpen}
    >
      {(unread || message.urgent) && (
        <View className={styles.tags}>
          {unread && <Tag text={copy.isNew} tone="good" />}
          {message.urgent && <Tag text={copy.urgent} tone="warn" />}
        </View>
      )}
      <View className={styles.title}>{message.title}</View>
      <View>{message.text}</View>
      <View className={styles.quiet}>
        {message.companyName !== null && <View>{message.companyName}</View>}
        <View>{instantWords(message.createdAt)}</View>
      </View>
      {leads && <View className={styles.lead}>{copy.open}</View>}
    </Pressable>
  )
}
