import type { ErrorBody } from '@suanhui/shared/error'
import Taro from '@tarojs/taro'
import { apiOrigin } from '../platform/origin'
import { ApiError } from './api-error'

export { ApiError }

export type Method = 'get' | 'post' | 'put' | 'delete'

export interface Request {
  readonly method: Method
  /** With its query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | ArrayBuffer
  readonly timeoutMs?: number
}

export interface TextResponse {
  readonly status: number
  readonly text: string
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>
}

export const TIMEOUT_MS = 15_000

const VERBS = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const

const headersOf = (raw: Readonly<Record<string, unknown>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(raw ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))

function refusal({ status, text, headers }: TextResponse): ApiError {
  const wait = Number(headers['retry-after'])
  const retryAfterSeconds = wait > 0 ? wait : undefined
  try {
    const { error } = JSON.parse(text) as ErrorBody
    return new ApiError(error.code, error.message, status, error.fields ?? [], retryAfterSeconds)
  } catch {
    return new ApiError('UNEXPECTED', '服务器的回答读不懂，请稍后再试', status, [], retryAfterSeconds)
  }
}

/** One request and its answer as text. 304 comes back as an answer. Throws {@link ApiError}. */
export async function send({
  method,
  path,
  headers = {},
  body,
  timeoutMs = TIMEOUT_MS,
}: Request): Promise<TextResponse> {
  if (apiOrigin === undefined) throw new ApiError('NO_SERVER', '没有设置服务器')
  let answer: Taro.request.SuccessCallbackResult<string>
  try {
    answer = await Taro.request<string>({
      url: `${apiOrigin}${path}`,
      method: VERBS[method],
      header: { ...headers },
      ...(body !== undefined && { data: body }),
      // Anything but json: the text must arrive as it was sent.
      dataType: 'text',
      responseType: 'text',
      timeout: timeoutMs,
    })
  } catch {
    throw new ApiError('OFFLINE', '没有连上网络。您填的都在，连上网再试一次')
  }
  const response: TextResponse = {
    status: answer.statusCode,
    text: typeof answer.data === 'string' ? answer.data : '',
    headers: headersOf(answer.header),
  }
  const fine = response.status === 304 || (response.status >= 200 && response.status < 300)
  if (!fine) throw refusal(response)
  return response
}
