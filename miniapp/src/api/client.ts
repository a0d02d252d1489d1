import type { ErrorBody } from '@suanhui/shared/error'
import Taro from '@tarojs/taro'
import { apiOrigin } from '../platform/origin'

/** `OFFLINE`: no answer came. `NO_SERVER`: this build knows none. Else the server's own code, or `UNEXPECTED`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus?: number,
  ) {
    super(message)
  }
}

export interface TextResponse {
  readonly status: number
  readonly text: string
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>
}

const TIMEOUT_MS = 15_000

function headersOf(raw: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(raw ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function refusal(status: number, text: string): ApiError {
  try {
    const { error } = JSON.parse(text) as ErrorBody
    return new ApiError(error.code, error.message, status)
  } catch {
    return new ApiError('UNEXPECTED', `HTTP ${status}`, status)
  }
}

/** GET as raw text, so that a signature over it can be checked. 304 comes back as an answer. Throws {@link ApiError}. */
export async function getText(path: string, headers: Readonly<Record<string, string>> = {}): Promise<TextResponse> {
  if (apiOrigin === undefined) throw new ApiError('NO_SERVER', '没有设置服务器')
  let response: Taro.request.SuccessCallbackResult<string>
  try {
    response = await Taro.request<string>({
      url: `${apiOrigin}${path}`,
      header: { ...headers },
      // Anything but json: the text must arrive as it was sent.
      dataType: 'text',
      responseType: 'text',
      timeout: TIMEOUT_MS,
    })
  } catch {
    throw new ApiError('OFFLINE', '没有连上网络')
  }
  const text = typeof response.data === 'string' ? response.data : ''
  if (response.statusCode !== 304 && (response.statusCode < 200 || response.statusCode >= 300)) {
    throw refusal(response.statusCode, text)
  }
  return { status: response.statusCode, text, headers: headersOf(response.header) }
}

/** GET as JSON. What comes back is checked by whoever asked. Throws {@link ApiError}. */
export async function getJson(path: string): Promise<unknown> {
  const { text } = await getText(path)
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('UNEXPECTED', '服务器的回答读不懂')
  }
}
