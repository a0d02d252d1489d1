import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { routePath } from 'hono/route'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import { type Answer, IdempotencyKeyReusedError, idempotent, WriteInFlightError } from '../stores/idempotency'

const KEY = /^[A-Za-z0-9_-]{8,64}$/

/**
 * Answers a write that the client names by `Idempotency-Key`: a repetition gets the first answer, and does nothing.
 * Without the header the write is done each time it is asked for. Behind `signedIn`: keys of people never meet.
 */
export async function answerOnce(
  c: Context<Bindings>,
  { database }: Pick<Deps, 'database'>,
  request: unknown,
  work: (transaction: Transaction) => Promise<Answer>,
): Promise<Response> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) {
    const { status, body } = await database.transaction(work)
    return answerJson(c, body, status)
  }
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
    const { status, body, replayed } = await idempotent(database, { scope, key, requestHash }, work)
    return answerJson(c, body, status, replayed ? { 'idempotency-replayed': 'true' } : {})
  } catch (error) {
    if (error instanceof IdempotencyKeyReusedError) throw new AppError('CONFLICT', '这个编号已经用在别的请求上了')
    if (error instanceof WriteInFlightError) {
      throw new AppError('CONFLICT', '同一个请求正在办，请稍等', { headers: { 'retry-after': '1' } })
    }
    throw error
  }
}
