import { weapp } from '../record'
import { type Options, refuse, WxFailure } from './call'

/** developers.weixin.qq.com, wx.request: there is no PATCH. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const AT_ONCE = 10
const LONGEST_TIMEOUT_MS = 60_000

/** The address that the build was given; the test's own site passes it on to the server. */
const SERVER = /^https:\/\/api\.suanhui\.test(?=\/)/

let underWay = 0

/** What holds for every function that goes over the network. */
export function checkAddress(name: string, { url, timeout, header }: Options): void {
  if (typeof url !== 'string' || !SERVER.test(url)) refuse(name, `url not in domain list: ${String(url)}`)
  if (typeof timeout === 'number' && timeout > LONGEST_TIMEOUT_MS) refuse(name, `timeout of ${timeout} ms`)
  if (Object.keys((header ?? {}) as object).some((one) => /^referer$/i.test(one))) refuse(name, 'a Referer header')
}

/** Where the test's own site passes it on. */
export const onThisSite = (url: string): string => url.replace(SERVER, '/server')

function check(options: Options): void {
  checkAddress('request', options)
  const { method = 'GET' } = options
  if (!METHODS.includes(String(method))) refuse('request', `method ${String(method)}`)
}

function bodyOf({ method = 'GET', data }: Options): BodyInit | undefined {
  if (method === 'GET' || data === undefined) return undefined
  return typeof data === 'string' || data instanceof ArrayBuffer ? data : JSON.stringify(data)
}

async function ask(options: Options): Promise<object> {
  check(options)
  if (weapp.world.network === 'none') throw new WxFailure('', 600_003)
  if (underWay >= AT_ONCE) throw new WxFailure('exceed max concurrent request count')
  underWay += 1
  try {
    const response = await fetch(onThisSite(String(options.url)), {
      method: String(options.method ?? 'GET'),
      headers: { 'content-type': 'application/json', ...(options.header as Record<string, string>) },
      signal: AbortSignal.timeout(Number(options.timeout ?? LONGEST_TIMEOUT_MS)),
      ...(bodyOf(options) !== undefined && { body: bodyOf(options) as BodyInit }),
    })
    const header = Object.fromEntries(response.headers)
    if (options.responseType === 'arraybuffer') {
      return { data: await response.arrayBuffer(), statusCode: response.status, header, cookies: [] }
    }
    const text = await response.text()
    return {
      data: (options.dataType ?? 'json') === 'json' ? readJson(text) : text,
      statusCode: response.status,
      header,
      cookies: [],
    }
  } catch (error) {
    throw new WxFailure(error instanceof Error ? error.message : 'unknown', 600_001)
  } finally {
    underWay -= 1
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `wx.request`: any status is a success; only a request without an answer fails. It returns a task, never a promise. */
export function request(options: Options): object {
  weapp.calls.push({ name: 'request', given: { url: options.url, method: options.method ?? 'GET' } })
  let aborted = false
  ask(options).then(
    (result) => {
      if (aborted) return
      options.success?.({ ...result, errMsg: 'request:ok' })
      options.complete?.(result)
    },
    (error: unknown) => {
      const failure = { errMsg: `request:fail ${error instanceof Error ? error.message : ''}` }
      options.fail?.(failure)
      options.complete?.(failure)
    },
  )
  return {
    abort: () => {
      aborted = true
      options.fail?.({ errMsg: 'request:fail abort' })
    },
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
  }
}
