import type { FormValue } from '@suanhui/shared/forms'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../api/api-error'
import { createDraft, type Draft, PAUSE_MS, RETRY_MS } from './draft'
import type { Edits } from './edits'

interface Saved {
  readonly version: number
  readonly values: Readonly<Record<string, FormValue>>
}

type Way = 'answers' | 'answer lost' | 'no network'

/** A server as the drafts meet it: it refuses what was written over another version, and takes its time. */
function serverWith(values: Saved['values']) {
  let saved: Saved = { version: 1, values }
  let kept: Edits = {}
  const plan: { readonly ms: number; readonly way: Way }[] = []
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
  const put = (changed: Readonly<Record<string, FormValue | null>>): Saved => {
    const all = Object.entries({ ...saved.values, ...changed })
    saved = {
      version: saved.version + 1,
      values: Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
    }
    return saved
  }
  const sent: string[] = []
  const open = (): Draft<Saved> =>
    createDraft<Saved>({
      async read() {
        const { ms, way } = plan.shift() ?? { ms: 10, way: 'answers' }
        const found = saved
        await wait(ms)
        if (way !== 'answers') throw new ApiError('OFFLINE', '没有连上网络')
        return found
      },
      standing: ({ values: has }, name) => has[name] ?? null,
      sendable: (_, edits) => edits,
      async write({ version }, edits) {
        const { ms, way } = plan.shift() ?? { ms: 10, way: 'answers' }
        await wait(ms / 2)
        if (way === 'no network') throw new ApiError('OFFLINE', '没有连上网络')
        const body = Object.fromEntries(Object.entries(edits).map(([name, { value }]) => [name, value]))
        if (body.name === '坏')
          throw new ApiError('INVALID_INPUT', '看一遍', 400, [{ field: 'name.0', message: '不对' }])
        if (version !== saved.version) throw new ApiError('CONFLICT', '别人刚刚改过', 409)
        sent.push(JSON.stringify(body))
        const after = put(body)
        await wait(ms / 2)
        if (way === 'answer lost') throw new ApiError('OFFLINE', '没有连上网络')
        return after
      },
      kept: { read: () => kept, write: (edits) => (kept = edits) },
    })
  return { open, put, plan, sent, values: () => saved.values, kept: () => kept }
}

async function opened(values: Saved['values'] = {}) {
  const server = serverWith(values)
  const draft = server.open()
  draft.reload()
  await vi.advanceTimersByTimeAsync(10)
  return { server, draft }
}

describe('what a person edits', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is on the phone at once, and on the server when one pauses', async () => {
    const { server, draft } = await opened()
    draft.change('name', '测')
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    draft.change('name', '测试')
    expect(Object.keys(server.kept())).toEqual(['name'])
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    expect(server.sent).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(server.sent).toEqual(['{"name":"测试"}'])
    expect(server.kept()).toEqual({})
    expect(draft.state.get().saving.state).toBe('saved')
  })

  it('goes at once when its page is left, and a page opened meanwhile reads what was written', async () => {
    const { server, draft } = await opened()
    draft.change('name', '测试')
    draft.reload()
    await Promise.all([draft.flush(), vi.advanceTimersByTimeAsync(30)])
    expect(server.values()).toEqual({ name: '测试' })
    expect(draft.state.get().saved?.values).toEqual({ name: '测试' })
  })

  it('is not undone by a reading that began before it was saved', async () => {
    const { server, draft } = await opened()
    draft.change('name', '测试')
    server.plan.push({ ms: 10, way: 'answers' }, { ms: 400, way: 'answers' })
    const saving = draft.flush()
    draft.reload()
    await vi.advanceTimersByTimeAsync(1_000)
    await saving
    expect(draft.state.get().saved?.values).toEqual({ name: '测试' })
  })

  it('waits without a network, and says so', async () => {
    const { server, draft } = await opened()
    server.plan.push({ ms: 10, way: 'no network' })
    draft.change('name', '测试')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(draft.state.get().saving.state).toBe('waiting')
    await vi.advanceTimersByTimeAsync(RETRY_MS + 20)
    expect(server.values()).toEqual({ name: '测试' })
  })

  it('does not send again what was refused until it is changed; the rest goes on', async () => {
    const { server, draft } = await opened()
    draft.change('name', '坏')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(draft.state.get().refused).toEqual({ name: '不对' })
    draft.change('place', '长沙')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(server.values()).toEqual({ place: '长沙' })
    draft.change('name', '好')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(server.values()).toEqual({ place: '长沙', name: '好' })
  })

  it('stands beside what somebody else wrote, and nothing is sent until the person has decided', async () => {
    const { server, draft } = await opened({ name: '甲' })
    server.put({ name: '丁', place: '长沙' })
    draft.change('name', '乙')
    await vi.advanceTimersByTimeAsync(10 * RETRY_MS)
    expect(server.values().name).toBe('丁')
    const { conflicts, overtaken } = draft.state.get()
    expect({ conflicts, overtaken }).toEqual({
      conflicts: [{ name: 'name', mine: '乙', theirs: '丁' }],
      overtaken: true,
    })
    for (const conflict of conflicts) draft.decide(conflict, 'mine')
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 20)
    expect(server.values()).toEqual({ name: '乙', place: '长沙' })
  })

  it('is neither kept nor sent once another person holds the phone', async () => {
    const { server, draft } = await opened()
    draft.change('name', '测试')
    draft.end()
    await vi.advanceTimersByTimeAsync(RETRY_MS)
    expect(server.values()).toEqual({})
  })

  const steps = fc.array(
    fc.oneof(
      fc.record({ name: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('1', '2', null) }),
      fc.constantFrom('reload', 'flush', 'app killed', 'somebody else' as const),
      fc.record({ ms: fc.integer({ min: 0, max: 2_000 }) }),
    ),
    { maxLength: 30 },
  )
  const ways = fc.array(
    fc.record({
      ms: fc.integer({ min: 0, max: 3_000 }),
      way: fc.constantFrom<Way>('answers', 'answers', 'answers', 'answer lost', 'no network'),
    }),
    { maxLength: 20 },
  )

  it('arrives as it was written last, whatever the network, the pages and the phone do', async () => {
    await fc.assert(
      fc.asyncProperty(steps, ways, async (all, plan) => {
        const server = serverWith({})
        let draft = server.open()
        draft.reload()
        await vi.advanceTimersByTimeAsync(20)
        server.plan.push(...plan)
        const written: Record<string, FormValue | null> = {}
        for (const step of all) {
          if (step === 'reload') draft.reload()
          else if (step === 'flush') void draft.flush()
          else if (step === 'somebody else') server.put({ place: '长沙' })
          else if (step === 'app killed') {
            draft.end()
            draft = server.open()
            draft.reload()
          } else if ('ms' in step) await vi.advanceTimersByTimeAsync(step.ms)
          else if (draft.state.get().saved !== undefined) {
            draft.change(step.name, step.value)
            written[step.name] = step.value
          }
        }
        await vi.advanceTimersByTimeAsync(120_000)
        const { place: _theirs, ...values } = server.values()
        const expected = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))
        expect(values).toEqual(expected)
        expect(draft.state.get().conflicts).toEqual([])
        expect(server.kept()).toEqual({})
      }),
      { numRuns: 300 },
    )
  })
})
