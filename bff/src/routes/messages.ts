import {
  chooseNotificationsContract,
  inboxContract,
  keepSubscriptionsContract,
  notificationChoicesContract,
  readAllMessagesContract,
  subscriptionsContract,
  unreadCountContract,
} from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { answerOnce } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { choose, describeChoices } from '../services/messages/choices'
import { listInbox, markInboxRead, readInbox } from '../services/messages/inbox'
import { describeSubscriptions, keepSubscriptions } from '../services/messages/subscriptions'
import { countUnread, markAllRead } from '../stores/messages'

/** What someone was told, and has read. */
const inboxRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(inboxContract.path, signedIn(deps), checked('query', inboxContract.query), async (c) => {
      const { cursor, unread } = c.req.valid('query')
      return answerJson(c, await listInbox(deps, c.get('caller').personId, { cursor, unread: unread === 'true' }))
    })
    .get(unreadCountContract.path, signedIn(deps), async (c) =>
      answerJson(c, { unread: await countUnread(deps.database.queries, c.get('caller').personId) }),
    )
    .post(readAllMessagesContract.path, signedIn(deps), async (c) => {
      await markAllRead(deps.database.queries, c.get('caller').personId, deps.clock())
      return answerJson(c, null, readAllMessagesContract.status)
    })
    .get('/v1/me/messages/:messageId', signedIn(deps), async (c) =>
      answerJson(c, await readInbox(deps, c.get('caller').personId, c.req.param('messageId'))),
    )
    .post('/v1/me/messages/:messageId/read', signedIn(deps), async (c) => {
      await markInboxRead(deps, c.get('caller').personId, c.req.param('messageId'))
      return answerJson(c, null, 204)
    })

/** How someone wants to be told. */
const choiceRoutes = (deps: Deps): Hono<Bindings> => {
  const { body } = chooseNotificationsContract
  const { body: results } = keepSubscriptionsContract
  return new Hono<Bindings>()
    .get(notificationChoicesContract.path, signedIn(deps), async (c) =>
      answerJson(c, await describeChoices(deps, c.get('caller').personId)),
    )
    .put(chooseNotificationsContract.path, signedIn(deps), jsonBody, checked('json', body), async (c) =>
      answerJson(c, await choose(deps, c.get('caller').personId, c.req.valid('json'))),
    )
    .get(subscriptionsContract.path, signedIn(deps), async (c) =>
      answerJson(c, await describeSubscriptions(deps.database.queries, deps, c.get('caller').personId)),
    )
    .post(keepSubscriptionsContract.path, signedIn(deps), jsonBody, checked('json', results), (c) => {
      const said = c.req.valid('json')
      return answerOnce(c, deps, said, async (transaction) => ({
        status: 200,
        body: await keepSubscriptions(transaction, deps, c.get('caller').personId, said.results),
      }))
    })
}

export const messageRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>().route('/', inboxRoutes(deps)).route('/', choiceRoutes(deps))
