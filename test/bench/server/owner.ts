import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkCharacter } from '@suanhui/shared/credit-code'
import { messagesIn } from '../../sandbox/messages'
import type { Sandbox } from '../../sandbox/sandbox'
import { type Answered, newPhone } from './phone'

/** A person with a company, who speaks to the server as the mini-program does. */
export interface Owner {
  readonly personId: string
  readonly companyId: string
  readonly accessToken: string
  /** When it was fetched, on the clock of `performance`. */
  readonly tokenAt: number
  ask(method: string, path: string, body?: unknown): Promise<Answered>
  putBytes(path: string, bytes: Uint8Array): Promise<Answered>
  /** Fetches a new access token. */
  refresh(): Promise<void>
  hangUp(): void
}

const CODE_WITHIN_MS = 15_000

const good = ({ status, text }: Answered): string => {
  if (status === 0 || status >= 300) throw new Error(`the server answered ${status}: ${text.slice(0, 200)}`)
  return text
}

async function codeOn(sandbox: Sandbox, phone: string): Promise<string> {
  for (let waited = 0; waited < CODE_WITHIN_MS; waited += 50) {
    const message = messagesIn(sandbox.world.journal)
      .all()
      .find(({ to }) => to === phone)
    const code = /\d{6}/.exec(message?.text ?? '')?.[0]
    if (code !== undefined) return code
    await sleep(50)
  }
  throw new Error('no code came')
}

/** Signs in a new person and registers a company for them, both made up. @param n the how many-th it is. */
export async function newOwner(sandbox: Sandbox, url: string, n: number): Promise<Owner> {
  const number = `138${String(n).padStart(8, '0')}`
  const phone = newPhone()
  const post = (path: string, body: unknown, headers = {}): Promise<Answered> =>
    phone.send({
      method: 'POST',
      url: `${url}${path}`,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  good(await post('/v1/login/codes', { phone: number }))
  const code = await codeOn(sandbox, number)
  let session = JSON.parse(good(await post('/v1/login/phone', { phone: number, code, agreed: true })))
  let tokenAt = performance.now()
  const headers = (): Record<string, string> => ({ authorization: `Bearer ${session.accessToken}` })
  const first17 = `91430104MA${String(n).padStart(7, '0')}`
  const company = { creditCode: first17 + checkCharacter(first17), name: `长沙测试第${n}有限公司`, region: '430104' }
  const made = await post('/v1/companies', company, { ...headers(), 'idempotency-key': randomUUID() })
  const me = good(await phone.send({ method: 'GET', url: `${url}/v1/me`, headers: headers() }))
  return {
    personId: JSON.parse(me).id,
    companyId: JSON.parse(good(made)).id,
    get accessToken() {
      return session.accessToken
    },
    get tokenAt() {
      return tokenAt
    },
    ask: (method, path, body) =>
      phone.send({
        method,
        url: `${url}${path}`,
        headers: {
          ...headers(),
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    putBytes: (path, bytes) =>
      phone.send({
        method: 'PUT',
        url: `${url}${path}`,
        headers: { ...headers(), 'content-type': 'application/octet-stream' },
        body: bytes,
      }),
    async refresh() {
      session = JSON.parse(good(await post('/v1/tokens', { refreshToken: session.refreshToken })))
      tokenAt = performance.now()
    },
    hangUp: () => phone.hangUp(),
  }
}

/** Uploads a file in parts, as a phone does. @returns what `complete` answered, or the first answer that was not good. */
export async function upload(owner: Owner, name: string, bytes: Uint8Array): Promise<Answered> {
  const path = `/v1/companies/${owner.companyId}/uploads`
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const begun = await owner.ask('POST', path, { name, size: bytes.length, sha256, kind: 'invoice' })
  if (begun.status !== 201) return begun
  const { id, parts, partSize } = JSON.parse(begun.text)
  for (let part = 0; part < parts; part += 1) {
    const put = await owner.putBytes(
      `${path}/${id}/parts/${part}`,
      bytes.subarray(part * partSize, (part + 1) * partSize),
    )
    if (put.status !== 204) return put
  }
  return owner.ask('POST', `${path}/${id}/complete`)
}
