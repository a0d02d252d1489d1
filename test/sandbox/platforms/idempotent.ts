import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Journal } from '../journal'
import { PlatformRefusal } from './refusal'

const Answered = z.object({ request: z.string(), answer: z.unknown() })

interface Write {
  readonly platform: string
  readonly key: string | undefined
  readonly path: string
  readonly body: Uint8Array
}

/**
 * Does the work once for a key; a repetition gets the first answer. What was refused may be tried again.
 * @throws {PlatformRefusal} without a key, or where the key stood for something else.
 */
export function once(journal: Journal, { platform, key, path, body }: Write, work: () => unknown): unknown {
  if (key === undefined || key === '' || key.length > 200) throw new PlatformRefusal(422, '缺少 idempotency-key')
  const answered = journal.collection('idempotency', Answered)
  const request = createHash('sha256').update(path).update('\n').update(body).digest('hex')
  const id = `${platform} ${key}`
  const before = answered.get(id)
  if (before !== undefined) {
    if (before.request !== request) throw new PlatformRefusal(409, '同一个 idempotency-key 用在了不同的内容上')
    return before.answer
  }
  return journal.commit(() => {
    const answer = work()
    answered.put(id, { request, answer })
    return answer
  })
}
