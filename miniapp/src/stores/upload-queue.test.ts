import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesArrived, type NewlyQueued, queued, readQueued, resumed } from './queued-upload'
import { failureOf, type Refusal } from './upload-failure'
import type { Act, Happening, Queue } from './upload-happening'
import { AT_ONCE, afterwards, emptyQueue, nextActs, nextMoment } from './upload-queue'

const given: NewlyQueued = {
  id: 'photo-1',
  personId: 'person-1',
  companyId: 'company-1',
  name: '发票.jpg',
  size: 2_500,
  addedAt: 0,
  hash: { sha256: 'f'.repeat(64) },
}
const opened = { id: 'upload-1', partSize: 1_000, parts: 3, received: [], state: 'open' } as const

const after = (queue: Queue, ...happenings: readonly Happening[]): Queue => happenings.reduce(afterwards, queue)
const add = (...more: readonly Partial<NewlyQueued>[]): Queue =>
  after(emptyQueue, { kind: 'added', items: more.map((one) => queued({ ...given, ...one })) })
const begin = { kind: 'begin', id: 'photo-1' } as const
const sending = after(add({}), { kind: 'told', act: begin, upload: opened })
const part = (number: number) => ({ kind: 'part', id: 'photo-1', part: number }) as const
const failed = (act: Act, kind: 'passing' | 'gone' | 'damaged' | 'stopped', now = 0): Happening => ({
  kind: 'failed',
  act,
  failure: { kind, words: '没有连上网络' },
  now,
  chance: 1,
})
const first = (queue: Queue) => queue.items[0]

describe('one file', () => {
  it('is begun, sent in parts at the same time, and completed', () => {
    expect(nextActs(add({}), 0)).toEqual([begin])
    expect(nextActs(sending, 0)).toEqual([part(0), part(1), part(2)])
    const two = after(sending, { kind: 'part arrived', act: part(0) }, { kind: 'part arrived', act: part(2) })
    expect(nextActs(two, 0)).toEqual([part(1)])
    expect(first(two) && bytesArrived(first(two) ?? queued(given))).toBe(1_500)
    const all = after(two, { kind: 'part arrived', act: part(1) })
    expect(nextActs(all, 0)).toEqual([{ kind: 'complete', id: 'photo-1' }])
    const done = after(all, {
      kind: 'completed',
      act: { kind: 'complete', id: 'photo-1' },
      paperId: 'paper-1',
      fileId: 'file-1',
    })
    expect(first(done)).toMatchObject({ done: true, paperId: 'paper-1', fileId: 'file-1' })
    expect(nextActs(done, 0)).toEqual([])
    expect(after(done, { kind: 'cleared' }).items).toEqual([])
  })

  it('never has the same part under way twice', () => {
    const flying = after(sending, { kind: 'sent', act: part(0) }, { kind: 'sent', act: part(1) })
    expect(nextActs(flying, 0)).toEqual([part(2)])
  })

  it('asks what arrived before it sends anything again, and only once nothing is under way', () => {
    const [zero, one] = [part(0), part(1)]
    const both = after(sending, { kind: 'sent', act: zero }, { kind: 'sent', act: one })
    const lost = after(both, failed(zero, 'passing'), { kind: 'awake' })
    expect(nextActs(lost, 0)).toEqual([])
    const look = { kind: 'look', id: 'photo-1' } as const
    const alone = after(lost, { kind: 'part arrived', act: one })
    expect(nextActs(alone, 0)).toEqual([look])
    const told = after(alone, { kind: 'told', act: look, upload: { ...opened, received: [0, 1] } })
    expect(nextActs(told, 0)).toEqual([part(2)])
  })

  it('waits longer after each failure, ten seconds at most, and not at all once the network is back', () => {
    let queue = add({})
    let now = 0
    const pauses = Array.from({ length: 7 }, () => {
      queue = after(queue, failed(begin, 'passing', now))
      const before = now
      now = nextMoment(queue, now) ?? Number.NaN
      return now - before
    })
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000])
    expect(nextActs(queue, now - 1)).toEqual([])
    expect(nextActs(queue, now)).toEqual([begin])
    expect(nextActs(after(queue, { kind: 'awake' }), now - 1)).toEqual([begin])
  })

  it('takes requests that are lost together for one failure', () => {
    const three = [part(0), part(1), part(2)]
    const flying = three.reduce((queue, act) => after(queue, { kind: 'sent', act }), sending)
    const lost = three.reduce((queue, act, index) => after(queue, failed(act, 'passing', index)), flying)
    expect(first(lost)).toMatchObject({ tries: 1, notBefore: 500, unsure: true })
  })

  it('goes on after a restart by asking what the server has', () => {
    const stored: unknown = JSON.parse(JSON.stringify(first(after(sending, failed(part(0), 'passing')))))
    const again = readQueued(stored)
    expect(again).toMatchObject({ unsure: true, tries: 0, notBefore: 0 })
    // Killed before it was noted that the upload had begun: begun again, the server repeats its first answer.
    const unnoted = readQueued(JSON.parse(JSON.stringify(queued(given)))) ?? queued(given)
    const begunAgain = after(
      emptyQueue,
      { kind: 'added', items: [unnoted] },
      { kind: 'told', act: begin, upload: opened },
    )
    expect(nextActs(begunAgain, 0)).toEqual([{ kind: 'look', id: 'photo-1' }])
  })

  it.each([
    ['nothing', undefined],
    ['text', 'x'],
    ['another shape', { id: 'x' }],
    ['one that is done', { ...queued(given), done: true }],
  ])('does not read %s', (_name, stored) => expect(readQueued(stored)).toBeUndefined())

  it('is sent anew where the server threw it away or it was damaged, three times at most', () => {
    let queue = after(sending, { kind: 'part arrived', act: part(0) })
    for (let time = 1; time <= 3; time++) {
      queue = after(queue, failed(part(1), time === 2 ? 'gone' : 'damaged'))
      expect(nextActs(queue, 0)).toEqual([begin])
      expect(first(queue)).toMatchObject({ restarts: time, arrived: [], stopped: false })
    }
    queue = after(queue, failed(begin, 'gone'))
    expect(first(queue)).toMatchObject({ stopped: true, words: '没有连上网络' })
    expect(nextActs(queue, 0)).toEqual([])
    expect(nextActs(after(queue, { kind: 'retried', id: 'photo-1' }), 0)).toEqual([begin])
  })

  it('sends what the server says is missing', () => {
    const all = after(sending, ...[0, 1, 2].map((number) => ({ kind: 'part arrived', act: part(number) }) as const))
    const act = { kind: 'complete', id: 'photo-1' } as const
    const missing = after(all, { kind: 'failed', act, failure: { kind: 'missing', parts: [1] }, now: 0, chance: 1 })
    expect(nextActs(missing, 0)).toEqual([part(1)])
  })

  it('goes into its slot, and is done only then', () => {
    const into = { submissionId: 'submission-1', slot: 'invoice' }
    const done = after(add({ into }), {
      kind: 'completed',
      act: { kind: 'complete', id: 'photo-1' },
      paperId: 'paper-1',
      fileId: 'file-1',
    })
    const put = { kind: 'put', id: 'photo-1' } as const
    expect(nextActs(done, 0)).toEqual([put])
    expect(first(done)?.done).toBe(false)
    expect(first(after(done, { kind: 'put', act: put }))?.done).toBe(true)
    expect(resumed(first(done) ?? queued(given)).unsure).toBe(false)
  })
})

describe('several files', () => {
  it('share three requests, the oldest first', () => {
    const two = after(add({}, { id: 'photo-2' }), { kind: 'told', act: begin, upload: opened })
    expect(nextActs(two, 0)).toEqual([part(0), part(1), part(2)])
    const flying = after(two, { kind: 'part arrived', act: part(0) }, { kind: 'sent', act: part(1) })
    expect(nextActs(flying, 0)).toEqual([part(2), { kind: 'begin', id: 'photo-2' }])
  })

  it('one that cannot go on does not hold up the others', () => {
    const stopped = after(add({}, { id: 'photo-2' }), failed(begin, 'stopped'))
    expect(nextActs(stopped, 0)).toEqual([{ kind: 'begin', id: 'photo-2' }])
  })

  it('that are pages of one paper have it made once, and keep their order', () => {
    const pages = add(
      { pageOf: { together: 'contract-1', position: 0 } },
      { id: 'photo-2', pageOf: { together: 'contract-1', position: 1 } },
    )
    const make = { kind: 'make paper', id: 'photo-1' } as const
    expect(nextActs(pages, 0)).toEqual([make])
    expect(nextActs(after(pages, { kind: 'sent', act: make }), 0)).toEqual([])
    const made = after(pages, { kind: 'paper made', act: make, paperId: 'paper-1' })
    expect(made.items.map((item) => item.pageOf)).toEqual([
      { together: 'contract-1', position: 0, paperId: 'paper-1' },
      { together: 'contract-1', position: 1, paperId: 'paper-1' },
    ])
    expect(nextActs(made, 0)).toEqual([begin, { kind: 'begin', id: 'photo-2' }])
  })

  it('whose first page was given up have the next one make the paper', () => {
    const pages = add(
      { pageOf: { together: 'contract-1', position: 0 } },
      { id: 'photo-2', pageOf: { together: 'contract-1', position: 1 } },
    )
    const left = after(pages, { kind: 'dropped', id: 'photo-1' })
    expect(nextActs(left, 0)).toEqual([{ kind: 'make paper', id: 'photo-2' }])
  })
})

describe('another person on this phone', () => {
  it('neither sends nor sees what somebody else chose', () => {
    const two = add({}, { id: 'photo-2', personId: 'person-2' })
    expect(after(two, { kind: 'handed over', personId: 'person-2' }).items.map(({ id }) => id)).toEqual(['photo-2'])
  })
})

describe('what a refusal means', () => {
  const refusal = (more: Partial<Refusal>): Refusal => ({
    code: 'CONFLICT',
    message: '话',
    httpStatus: 409,
    fields: [],
    ...more,
  })
  const complete = { kind: 'complete', id: 'photo-1' } as const
  it.each([
    ['no network', begin, refusal({ code: 'OFFLINE', httpStatus: undefined }), { kind: 'passing' }],
    ['a server that is down', begin, refusal({ code: 'INTERNAL', httpStatus: 500 }), { kind: 'passing' }],
    ['nobody signed in', begin, refusal({ code: 'UNAUTHENTICATED', httpStatus: 401 }), { kind: 'passing' }],
    [
      'too often',
      begin,
      refusal({ code: 'TOO_MANY_REQUESTS', httpStatus: 429, retryAfterSeconds: 7 }),
      { kind: 'passing', afterMs: 7_000 },
    ],
    ['no room left', begin, refusal({}), { kind: 'stopped' }],
    [
      'too large',
      begin,
      refusal({ code: 'INVALID_INPUT', httpStatus: 400, fields: [{ field: 'size', message: '太大' }] }),
      { kind: 'stopped', words: '太大' },
    ],
    ['another company', begin, refusal({ code: 'NOT_FOUND', httpStatus: 404 }), { kind: 'stopped' }],
    ['an upload that was cleared away', part(0), refusal({ code: 'NOT_FOUND', httpStatus: 404 }), { kind: 'gone' }],
    ['a part that is too late', part(0), refusal({}), { kind: 'passing' }],
    [
      'parts that are missing',
      complete,
      refusal({
        fields: [
          { field: 'parts.3', message: '缺' },
          { field: 'parts.7', message: '缺' },
        ],
      }),
      { kind: 'missing', parts: [3, 7] },
    ],
    [
      'a hash that does not fit',
      complete,
      refusal({ fields: [{ field: 'sha1', message: '变了' }] }),
      { kind: 'damaged' },
    ],
    [
      'a file that is none',
      complete,
      refusal({ code: 'UNSUPPORTED_MEDIA_TYPE', httpStatus: 415 }),
      { kind: 'stopped', words: '话' },
    ],
    ['a draft that was saved elsewhere', { kind: 'put', id: 'photo-1' } as const, refusal({}), { kind: 'passing' }],
  ])('%s', (_name, act, given, meant) => expect(failureOf(act, given)).toMatchObject(meant))
})

/** A server behind a network that loses requests and answers, and a phone that is killed now and then. */
describe('whatever the network does', () => {
  it('every file arrives whole; no part that arrived is sent again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('fine', 'request lost', 'answer lost', 'killed'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 6_000 }),
        (luck, size) => {
          const parts = Math.ceil(size / 1_000)
          const received = new Set<number>()
          let queue = after(emptyQueue, { kind: 'added', items: [queued({ ...given, size })] })
          let now = 0
          let step = 0
          for (; step < 500 && queue.items[0]?.done !== true; step++) {
            const acts = nextActs(queue, now)
            // Asked first, the server names what it has: nothing that arrived goes again.
            for (const one of acts) expect(one.kind === 'part' && received.has(one.part)).toBe(false)
            queue = acts.reduce((so, act) => afterwards(so, { kind: 'sent', act }), queue)
            expect(queue.flying.length).toBeLessThanOrEqual(AT_ONCE)
            const act = queue.flying[step % Math.max(queue.flying.length, 1)]
            if (act === undefined) {
              now = nextMoment(queue, now) ?? now
              continue
            }
            const fortune = luck[step] ?? 'fine'
            if (fortune === 'killed') {
              const kept = readQueued(JSON.parse(JSON.stringify(queue.items[0])))
              queue = { items: kept === undefined ? [] : [kept], flying: [] }
              continue
            }
            if (act.kind === 'part' && fortune !== 'request lost') {
              received.add(act.part)
            }
            if (fortune !== 'fine') {
              queue = afterwards(queue, failed(act, 'passing', now))
              continue
            }
            const upload = { ...opened, parts, received: [...received] }
            if (act.kind === 'begin' || act.kind === 'look') queue = afterwards(queue, { kind: 'told', act, upload })
            else if (act.kind === 'part') queue = afterwards(queue, { kind: 'part arrived', act })
            else if (act.kind === 'complete') {
              expect(received.size).toBe(parts)
              queue = afterwards(queue, { kind: 'completed', act, paperId: 'paper-1', fileId: 'file-1' })
            }
          }
          expect(queue.items[0]?.done).toBe(true)
        },
      ),
    )
  })
})
