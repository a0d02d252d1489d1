import type {
  BodyOf,
  chooseNotificationsContract,
  InboxMessage,
  InboxPage,
  inboxContract,
  inboxMessageContract,
  keepSubscriptionsContract,
  NotificationChoices,
  notificationChoicesContract,
  readAllMessagesContract,
  readMessageContract,
  Subscriptions,
  subscriptionsContract,
  UnreadCount,
  unreadCountContract,
} from '@suanhui/shared/api'
import { ask } from './ask'

/** @param cursor the `next` of the page before. */
export const readInbox = (cursor?: string): Promise<InboxPage> =>
  ask<typeof inboxContract>({ method: 'get', path: '/v1/me/messages', access: 'person', query: { cursor } })

export const readUnreadCount = (): Promise<UnreadCount> =>
  ask<typeof unreadCountContract>({ method: 'get', path: '/v1/me/unread-messages', access: 'person' })

export const readMessage = (messageId: string): Promise<InboxMessage> =>
  ask<typeof inboxMessageContract>({
    method: 'get',
    path: '/v1/me/messages/{messageId}',
    access: 'person',
    params: { messageId },
  })

/** Repeating it does nothing new: its key is the message. */
export const markRead = (messageId: string): Promise<void> =>
  ask<typeof readMessageContract>({
    method: 'post',
    path: '/v1/me/messages/{messageId}/read',
    access: 'person',
    params: { messageId },
    key: `read-${messageId}`,
  })

export const markAllRead = (): Promise<void> =>
  ask<typeof readAllMessagesContract>({ method: 'post', path: '/v1/me/unread-messages/read', access: 'person' })

export const readNotificationChoices = (): Promise<NotificationChoices> =>
  ask<typeof notificationChoicesContract>({ method: 'get', path: '/v1/me/notification-choices', access: 'person' })

/** Only what was changed. */
export const chooseNotifications = (body: BodyOf<typeof chooseNotificationsContract>): Promise<NotificationChoices> =>
  ask<typeof chooseNotificationsContract>({
    method: 'put',
    path: '/v1/me/notification-choices',
    access: 'person',
    body,
  })

export const readSubscriptions = (): Promise<Subscriptions> =>
  ask<typeof subscriptionsContract>({ method: 'get', path: '/v1/me/subscriptions', access: 'person' })

/** Reports what was answered in WeChat's own question. @param key names the answer: reported again, it counts once. */
export const keepSubscriptions = (
  results: BodyOf<typeof keepSubscriptionsContract>['results'],
  key: string,
): Promise<Subscriptions> =>
  ask<typeof keepSubscriptionsContract>({
    method: 'post',
    path: '/v1/me/subscriptions',
    access: 'person',
    body: { results },
    key,
  })
