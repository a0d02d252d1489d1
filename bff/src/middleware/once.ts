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

const KEY = /^[A-Za-z0-9_-]{8,64}$/

/**
 * Does a write that the client names by `Idempotency-Key`: a repetition gets the first answer, and does nothing.
 * Without the header the write is done each time it is asked for. Behind `signedIn`: keys of people never meet.
 * The answer is kept as it is: one that holds personal data is better made after, from an id that is kept.
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
  const scope = `${c.get('caller').personId} ${c.req.method} ${routePath(c)}`
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

/** The same, answered with what the work answered first. */
export async function answerOnce(
  c: Context<Bindings>,
  deps: Pick<Deps, 'database'>,
  request: unknown,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Response> {
  const { status, body, replayed } = await doOnce(c, deps, request, work)
  return answerJson(c, body, status, replayedHeader({ replayed }))
}
