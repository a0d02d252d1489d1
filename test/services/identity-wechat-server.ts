import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface AskedOfWechat {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What WeChat would answer; a function may answer differently each time. Undefined hangs up. */
export type WechatReply = (asked: AskedOfWechat) => object | string | undefined

/** A WeChat on a socket of its own: records what it is asked, answers what the test says. */
export async function wechatServer(reply: WechatReply) {
  const asked: AskedOfWechat[] = []
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://wechat')
    const body = await text(request)
    const one = {
      method: request.method ?? '',
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: body === '' ? undefined : (JSON.parse(body) as unknown),
    }
    asked.push(one)
    const answer = reply(one)
    if (answer === undefined) request.socket.destroy()
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
