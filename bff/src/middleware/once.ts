import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import {
  type Answer,
  IdempotencyKeyReusedError,
  idempotent,
  type KeptAnswer,
  WriteInFlightError,
} from '../stores/idempotency'
import type { KeyOwner, Place } from '../vault/vault'

const KEY = /^[A-Za-z0-9_-]{8,64}$/

/** Who writes what. */
const scopeOf = (c: Context<Bindings>): string => `${c.get('caller').personId} ${c.req.method} ${routePath(c)}`

/**
 * Does a write that the client names by `Idempotency-Key`: a repetition gets the first answer, and does nothing.
 * Without the header the write is done each time it is asked for. Behind `signedIn`: keys of people never meet.
 * The answer is kept as it is, so it may be an id at most: from that the real one is made after. See `answerOnce`.
 */
export async function doOnce(
  c: Context<Bindings>,
  { database }: Pick<Deps, 'database'>,
  request: unknown,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<KeptAnswer> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return { ...(await database.transaction(work)), replayed: false }
  if (!KEY.test(key)) {
    throw new AppError('INVALID_INPUT', '请求头不对', {
      fields: [{ field: 'Idempotency-Key', message: '用8到64个字母、数字、- 或 _' }],
    })
  }
  const scope = scopeOf(c)
  const requestHash = createHash('sha256')
    .update(JSON.stringify([c.req.path, request]))
    .digest('hex')
  try {
    return await idempotent(database, { scope, key, requestHash }, work)
  } catch (error) {
    if (error instanceof IdempotencyKeyReusedError) throw new AppError('CONFLICT', '这个编号已经用在别的请求上了')
    if (error instanceof WriteInFlightError) {
      throw new AppError('CONFLICT', '同一个请求正在办，请稍等', { headers: { 'retry-after': '1' } })
    }
    throw error
  }
}

/** Says that this is the first answer, repeated. */
export const replayedHeader = ({ replayed }: Pick<KeptAnswer, 'replayed'>): Readonly<Record<string, string>> =>
  replayed ? { 'idempotency-replayed': 'true' } : {}

/**
 * The same, answered with what the work answered first, whatever that holds: it is kept sealed with the key of the
 * person who asked, opens for this write alone, and goes with them.
 */
export async function answerOnce(
  c: Context<Bindings>,
  deps: Pick<Deps, 'database' | 'vault'>,
  request: unknown,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Response> {
  const { vault, database } = deps
  const key = c.req.header('idempotency-key')
  if (key === undefined) {
    const { status, body } = await database.transaction(work)
    return answerJson(c, body, status)
  }
  const owner: KeyOwner = { kind: 'person', id: c.get('caller').personId }
  const place: Place = { table: 'idempotency_keys', column: 'body', row: `${scopeOf(c)} ${key}` }
  const kept = await doOnce(c, deps, request, async (transaction) => {
    const { status, body } = await work(transaction)
    return { status, body: await vault.seal(transaction, owner, place, JSON.stringify(body)) }
  })
  const body: unknown = JSON.parse(await vault.open(database.queries, owner, place, String(kept.body)))
  return answerJson(c, body, kept.status, replayedHeader(kept))
}
