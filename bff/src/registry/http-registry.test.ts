import { describe, expect, it } from 'vitest'
import { httpRegistry } from './http-registry'

const CODE = '91430104MA0TEXT0X0'
const COMPANY = { creditCode: CODE, name: '长沙测试智能科技有限公司', region: '430104', status: '存续' }

/** A registry whose answers the test gives; what it logs is kept. */
function registryAnswering(answer: (signal: AbortSignal | null | undefined) => Promise<Response>, timeoutMs = 3_000) {
  const lines: unknown[] = []
  const asked: { readonly url: string; readonly init: RequestInit | undefined }[] = []
  const keep = (...line: readonly unknown[]) => void lines.push(line)
  const clock = { nowMs: 0 }
  const registry = httpRegistry(
    { url: 'https://registry.test', key: 'secret' },
    {
      fetch: async (url, init) => {
        asked.push({ url: String(url), init })
        return answer(init?.signal)
      },
      elapsedMs: () => clock.nowMs,
      log: { info: keep, warn: keep, error: keep },
      timeoutMs,
    },
  )
  return { registry, lines, asked, clock }
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

describe('the company registry over HTTP', () => {
  it('is asked with the key, and redirects are not followed with it', async () => {
    const { registry, asked } = registryAnswering(async () => json(COMPANY))
    expect(await registry.byCreditCode(CODE)).toEqual({ result: 'found', value: COMPANY })
    expect(asked[0]?.url).toBe(`https://registry.test/companies/${CODE}`)
    expect(asked[0]?.init).toMatchObject({ redirect: 'error', headers: { authorization: 'Bearer secret' } })
  })

  it('leaves out what cannot be taken as it stands', async () => {
    const odd = { ...COMPANY, region: '长沙', registeredOn: '2019-02-30', legalRepresentative: '', businessScope: 'x' }
    const { registry } = registryAnswering(async () => json(odd))
    const { region: _, ...rest } = COMPANY
    expect(await registry.byCreditCode(CODE)).toEqual({ result: 'found', value: { ...rest, businessScope: 'x' } })
  })

  it.each([
    ['an error', async () => json({}, 500)],
    ['a refusal', async () => json({}, 401)],
    ['no JSON', async () => new Response('<html>')],
    ['another shape', async () => json({ name: 1 })],
    ['another company', async () => json({ ...COMPANY, creditCode: '91430104MA0TEXT0Y0' })],
    ['too much', async () => new Response('x'.repeat(600_000))],
    ['a broken line', () => Promise.reject(new TypeError('fetch failed'))],
  ])('is unavailable where it answers with %s, and no line says what was asked', async (_, answer) => {
    const { registry, lines } = registryAnswering(answer)
    expect(await registry.byCreditCode(CODE)).toEqual({ result: 'unavailable' })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${CODE}|secret|测试`))
  })

  it('is unavailable where it does not answer in time', async () => {
    const { registry } = registryAnswering(
      (signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      20,
    )
    expect(await registry.byName('测试')).toEqual({ result: 'unavailable' })
  })

  it('that is down is left alone for a while, then tried once', async () => {
    let up = false
    const { registry, asked, clock } = registryAnswering(async () => (up ? json({}, 404) : json({}, 503)))
    for (let n = 0; n < 8; n += 1) await registry.byCreditCode(CODE)
    expect(asked).toHaveLength(5)
    up = true
    clock.nowMs += 30_000
    expect(await registry.byCreditCode(CODE)).toEqual({ result: 'not_found' })
    expect(await registry.byCreditCode(CODE)).toEqual({ result: 'not_found' })
    expect(asked).toHaveLength(7)
  })

  it('finds by name at most 20', async () => {
    const { registry, asked } = registryAnswering(async () => json({ companies: Array(30).fill(COMPANY) }))
    const answer = await registry.byName('测试 & 名')
    expect(answer.result === 'found' && answer.value).toHaveLength(20)
    expect(asked[0]?.url).toBe(`https://registry.test/companies?name=${encodeURIComponent('测试 & 名')}`)
  })
})
