import type { CallAnswer } from '@suanhui/bff/platforms/client'
import { statusWords as projects } from '@suanhui/bff/platforms/hunan-projects/status'
import { statusWords as scheduling } from '@suanhui/bff/platforms/hunan-scheduling/status'
import { platformIds, registry } from '@suanhui/bff/platforms/index'
import type { PlatformId, Write } from '@suanhui/bff/platforms/platform'
import { statusWords as shanxi } from '@suanhui/bff/platforms/shanxi-dispatch/status'
import { type SubjectKind, statusesOf } from '@suanhui/shared/status'
import { describe, expect, it } from 'vitest'

const COMPANY = { companyName: '长沙测试智能科技有限公司', creditCode: '91430104MA0TEXT0X0', region: '430104' }
const BODY = { form: {}, papers: [] }
const WRITES: Readonly<Record<PlatformId, Write>> = {
  'hunan-scheduling': { verb: 'submitRegistration', ...COMPANY, ...BODY },
  'hunan-projects': {
    verb: 'submitApplication',
    ...COMPANY,
    ...BODY,
    roundId: '2026-1',
    measureId: 'hn-2026-168/compute-voucher',
    filingReceipts: [],
    settledFen: 40_000_000,
    requestedFen: 12_000_000,
    catalogueVersion: 'test',
  },
  'shanxi-dispatch': { verb: 'claimVoucher', ...COMPANY, ...BODY, requestedFen: 1_000_000 },
}
const WORDS = { 'hunan-scheduling': scheduling, 'hunan-projects': projects, 'shanxi-dispatch': shanxi }
const SUBJECT = { subjectId: 's-1', platformId: undefined }
const answered = (status: number, body: unknown): CallAnswer => ({ result: 'answered', status, body })

/*
 * By hand: what the sandbox cannot say (malformed answers, statuses without words, silence). What it says is recorded
 * in `exchanges/` and replayed by `exchanges.test.ts`.
 */
describe.each(platformIds)('the adapter of %s', (id) => {
  const write = WRITES[id]
  const sent = (answer: CallAnswer) => registry[id].open({ call: async () => answer }).send(write, SUBJECT, 'key-00001')

  it.each([
    ['a refused signature', answered(401, {}), { result: 'unavailable' }],
    ['nonsense', answered(201, { ok: true }), { result: 'unavailable' }],
    ['nothing', { result: 'unavailable', retryAfterMs: 5 } as const, { result: 'unavailable', retryAfterMs: 5 }],
  ])('makes a value of %s', async (_, answer, expected) => {
    expect(await sent(answer)).toEqual(expected)
  })

  it('refuses in words what the platform does not take, and sends nothing', async () => {
    const platform = registry[id].open({ call: () => Promise.reject(new Error('asked')) })
    const foreign = Object.values(WRITES).find(({ verb }) => !platform.verbs.has(verb))
    expect(foreign && (await platform.send(foreign, SUBJECT, 'key-00001'))).toMatchObject({ result: 'refused' })
  })

  it('has a word for every state that a platform can report', () => {
    const tables: Readonly<Record<string, object>> = WORDS[id].statuses
    const kinds: readonly SubjectKind[] = ['registration', 'filing', 'application', 'voucher']
    for (const kind of kinds.filter((one) => one in tables)) {
      const known = statusesOf(kind).filter((status) => status !== 'draft')
      expect(Object.values(tables[kind] ?? {}).sort()).toEqual([...known].sort())
    }
  })

  it('reads news, and drops a bad one without losing the next', async () => {
    const kind = Object.keys(WORDS[id].kinds)[0]
    const event = {
      eventId: 'e1',
      type: 'status.changed',
      occurredAt: '2026-11-20T17:00:00Z',
      subject: { kind, id: 'A-1' },
      sequence: 1,
      data: { status: '?', statusText: '新说法' },
    }
    const page = answered(200, { events: [{ bad: true }, event], cursor: '2' })
    const read = await registry[id].open({ call: async () => page }).eventsAfter('')
    expect(read).toMatchObject({
      result: 'read',
      value: { cursor: '2', events: [{ change: { type: 'unknown', words: '新说法' } }] },
    })
  })
})
