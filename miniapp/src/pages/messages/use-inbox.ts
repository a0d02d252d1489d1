import type { InboxMessage, InboxPage } from '@suanhui/shared/api'
import { useEffect, useState } from 'react'
import { markAllRead, markRead, readInbox, readMessage } from '../../api/messages'
import { goToPlace, useParam } from '../../navigation'
import { placeOfMessage } from '../../places'
import { keepUnread } from '../../stores/unread'
import { useLoaded } from '../../use-loaded'
import { useReloadOnReturn } from '../../use-reload-on-return'

async function firstPage(): Promise<InboxPage> {
  const page = await readInbox()
  keepUnread(page.unread)
  return page
}

const asRead = (message: InboxMessage): InboxMessage => ({
  ...message,
  readAt: message.readAt ?? new Date().toISOString(),
})

/**
 * WeChat opens this page with the message that was pressed: it counts as read, and goes on to where it leads. Once, for
 * one comes back here by the way back.
 */
function useOpened(reload: () => void): void {
  const id = useParam('open')
  useEffect(() => {
    if (id === '') return undefined
    let current = true
    readMessage(id).then(
      (message) => {
        if (!current) return
        markRead(id).then(reload, () => {})
        const place = placeOfMessage(message.link)
        if (place !== undefined) goToPlace(place)
      },
      // Somebody else's, or gone: the inbox stands there, and says what there is.
      () => {},
    )
    return () => {
      current = false
    }
  }, [id, reload])
}

/** The inbox: the newest messages, and older ones on demand. */
export function useInbox() {
  const { value, error, loading, reload, replace } = useLoaded(firstPage, '')
  const [reading, setReading] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  useReloadOnReturn(reload)
  useOpened(reload)

  const show = (next: InboxPage): void => {
    keepUnread(next.unread)
    replace(next)
  }

  /** It counts as read the moment it is opened; the server hears of it on the way. */
  function open(message: InboxMessage): void {
    if (value !== undefined && message.readAt === null) {
      const messages = value.messages.map((one) => (one.id === message.id ? asRead(one) : one))
      show({ ...value, messages, unread: Math.max(0, value.unread - 1) })
      // Should it not arrive, the message is shown as unread again: no harm done.
      markRead(message.id).catch(() => {})
    }
    const place = placeOfMessage(message.link)
    if (place !== undefined) goToPlace(place)
  }

  async function readAll(): Promise<void> {
    setFailed(undefined)
    try {
      await markAllRead()
      if (value !== undefined) show({ ...value, messages: value.messages.map(asRead), unread: 0 })
    } catch (thrown) {
      setFailed(thrown)
    }
  }

  async function readMore(): Promise<void> {
    if (value === undefined || value.next === null) return
    setReading(true)
    setFailed(undefined)
    try {
      const older = await readInbox(value.next)
      show({ ...older, messages: [...value.messages, ...older.messages] })
    } catch (thrown) {
      setFailed(thrown)
    } finally {
      setReading(false)
    }
  }

  return {
    inbox: value,
    error,
    loading,
    reload,
    reading,
    failed,
    open,
    readAll: () => void readAll(),
    readMore: () => void readMore(),
  }
}
