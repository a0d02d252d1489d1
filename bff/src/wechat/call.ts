import { z } from 'zod'
import { readAtMost } from '../platforms/read-at-most'
import { problemOf, type WechatProblem } from './errcodes'

export interface WechatFailure {
  readonly ok: false
  readonly problem: WechatProblem
  /** WeChat's own number, for the log. */
  readonly errcode?: number
}

export type WechatAnswer<T> = { readonly ok: true; readonly value: T } | WechatFailure

export interface WechatCall<T> {
  readonly path: string
  /** May hold the app's secret: neither this nor the address is ever shown. */
  readonly query?: Readonly<Record<string, string>>
  /** With a body it is a POST. */
  readonly body?: unknown
  readonly answer: z.ZodType<T>
}

const TIMEOUT_MS = 5_000
const LONGEST_ANSWER_BYTES = 64 * 1024

const Refusal = z.looseObject({ errcode: z.int() })

async function textOf(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  { path, query = {}, body }: WechatCall<unknown>,
): Promise<string | undefined> {
  const address = `${baseUrl}${path}?${new URLSearchParams(query).toString()}`
  try {
    const response = await fetch(address, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const bytes = await readAtMost(response.body, LONGEST_ANSWER_BYTES)
    return response.ok && bytes ? new TextDecoder().decode(bytes) : undefined
  } catch {
    // What fetch throws quotes the address, and in it the secret.
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One request to WeChat. It answers everything with 200; what went wrong stands in `errcode`. Never throws. */
export async function callWechat<T>(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  call: WechatCall<T>,
): Promise<WechatAnswer<T>> {
  const text = await textOf(fetch, baseUrl, call)
  const json = text === undefined ? undefined : parsed(text)
  const refusal = Refusal.safeParse(json)
  if (refusal.success && refusal.data.errcode !== 0) {
    const { errcode } = refusal.data
    return { ok: false, problem: problemOf(errcode), errcode }
  }
  const answer = call.answer.safeParse(json)
  return answer.success ? { ok: true, value: answer.data } : { ok: false, problem: 'unreachable' }
}
