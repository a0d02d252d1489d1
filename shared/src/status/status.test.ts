import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apply,
  type Change,
  DEPARTMENTS,
  isTerminal,
  labelOf,
  mayAct,
  newSubject,
  openItems,
  reachableFrom,
  type Status,
  type StatusEvent,
  type SubjectKind,
  type SubjectState,
  statusesOf,
  stepOf,
  steps,
  successorsOf,
} from './index'

const KINDS: readonly SubjectKind[] = ['registration', 'filing', 'application', 'voucher']
const moved = (to: Status): Change => ({ type: 'moved', to })
const item = (id: string) =>
  ({
    id,
    about: { paper: 'p1' },
    kind: 'incorrect',
    note: '发票不清楚',
    dueOn: '2026-12-01',
    resolvedAt: undefined,
  }) as const

const numbered = (changes: readonly Change[]): readonly StatusEvent[] =>
  changes.map((change, index) => ({
    eventId: `e${index + 1}`,
    sequence: index + 1,
    occurredAt: '2026-11-21T02:00:00.000Z',
    change,
  }))

const run = (kind: SubjectKind, events: readonly StatusEvent[]): SubjectState =>
  events.reduce((state, event) => apply(state, event).state, newSubject(kind))
const after = (kind: SubjectKind, ...changes: readonly (Status | Change)[]): SubjectState =>
  run(kind, numbered(changes.map((change) => (typeof change === 'string' ? moved(change) : change))))

const bothPass: readonly Change[] = DEPARTMENTS.map((department) => ({ type: 'passed', department }))

describe('the tables', () => {
  it.each(KINDS)('%s: every successor is a state, and every state can be reached', (kind) => {
    const known = statusesOf(kind)
    for (const status of known)
      expect(known).toEqual(expect.arrayContaining([...successorsOf({ kind, status, resume: undefined })]))
    expect([...reachableFrom(kind, 'draft'), 'draft'].sort()).toEqual(expect.arrayContaining([...known].sort()))
  })

  it.each(KINDS.flatMap((kind) => statusesOf(kind).map((status) => [kind, status] as const)))(
    '%s %s is told in plain words',
    (kind, status) => {
      const { label, meaning, next, holderName } = stepOf({ kind, status })
      for (const words of [label, meaning, next, holderName]) expect(words).toMatch(/^[^A-Za-z]+$/)
      expect(label.length).toBeLessThanOrEqual(6)
    },
  )

  it('lets the applicant withdraw before the recommendation, and not after', () => {
    const may = statusesOf('application').filter((status) => mayAct({ kind: 'application', status }, 'withdraw'))
    expect(may).toEqual(['submitted', 'city_review', 'returned'])
    expect(
      statusesOf('application').filter((status) => steps.application[status]?.successors.includes('withdrawn')),
    ).toEqual(may)
  })

  it('lets the applicant object during public notice only', () => {
    const may = statusesOf('application').filter((status) => mayAct({ kind: 'application', status }, 'object'))
    expect(may).toEqual(['public_notice'])
  })
})

describe('an application', () => {
  const reviewed: readonly (Status | Change)[] = ['submitted', 'city_review']

  it('goes all the way to the payment', () => {
    const way: readonly (Status | Change)[] = [
      ...reviewed,
      ...bothPass,
      'recommended',
      'expert_review',
      'province_recheck',
      'ranked',
      'decided',
      'public_notice',
      'objection',
      'public_notice',
      'payment',
      'paid',
    ]
    expect(after('application', ...way)).toMatchObject({ status: 'paid', unknown: undefined })
  })

  it.each(DEPARTMENTS)('is not recommended with %s alone', (department) => {
    const state = after('application', ...reviewed, { type: 'passed', department }, 'recommended')
    expect(state).toMatchObject({ status: 'city_review', unknown: 'recommended' })
  })

  it('is not decided about while a correction is open; resubmitting resolves it and both review anew', () => {
    const opened = after(
      'application',
      ...reviewed,
      ...bothPass,
      { type: 'item_opened', item: item('a') },
      'recommended',
    )
    expect(opened.status).toBe('city_review')
    const back = after('application', ...reviewed, ...bothPass, { type: 'moved', to: 'returned', items: [item('a')] })
    expect(openItems(back).map(({ id }) => id)).toEqual(['a'])
    const again = after(
      'application',
      ...reviewed,
      ...bothPass,
      { type: 'moved', to: 'returned', items: [item('a')] },
      'submitted',
    )
    expect(again).toMatchObject({ status: 'submitted', passed: [] })
    expect(openItems(again)).toEqual([])
  })

  it('goes on once the reviewer took the item back', () => {
    const state = after(
      'application',
      ...reviewed,
      ...bothPass,
      { type: 'item_opened', item: item('a') },
      { type: 'item_withdrawn', itemId: 'a' },
      'recommended',
    )
    expect(state.status).toBe('recommended')
  })

  it('returns from an explanation to where it was, and nowhere else', () => {
    const demanded = after('application', ...reviewed, 'explanation_demanded')
    expect(successorsOf(demanded)).toEqual(['recovery', 'city_review'])
    expect(after('application', ...reviewed, 'explanation_demanded', 'city_review').status).toBe('city_review')
    expect(after('application', ...reviewed, 'explanation_demanded', 'paid')).toMatchObject({
      status: 'explanation_demanded',
      unknown: 'paid',
    })
    expect(isTerminal(after('application', ...reviewed, 'explanation_demanded', 'recovery', 'recovered'))).toBe(true)
  })

  it('shows what it does not understand, and believes the next word it knows', () => {
    const strange = after('application', ...reviewed, { type: 'unknown', words: '省厅会商' })
    expect(strange).toMatchObject({ status: 'city_review', unknown: '省厅会商' })
    expect(labelOf(strange)).toBe('平台新状态')
    expect(after('application', ...reviewed, { type: 'unknown', words: '省厅会商' }, 'expert_review')).toMatchObject({
      status: 'expert_review',
      unknown: undefined,
    })
  })
})

const change = (kind: SubjectKind): fc.Arbitrary<Change> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...statusesOf(kind)).map(moved) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...DEPARTMENTS).map((department): Change => ({ type: 'passed', department })),
    },
    fc.constantFrom('a', 'b').map((id): Change => ({ type: 'item_opened', item: item(id) })),
    fc.constantFrom('a', 'b').map((itemId): Change => ({ type: 'item_withdrawn', itemId })),
    fc.constant<Change>({ type: 'unknown', words: '新说法' }),
  )

describe.each(KINDS)('news of a %s', (kind) => {
  const history = fc.array(change(kind), { maxLength: 25 }).map(numbered)

  it('ends the same in any order and repeated', () => {
    const disturbed = history.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
      ),
    )
    fc.assert(
      fc.property(disturbed, ([events, shuffled]) => {
        expect(run(kind, shuffled)).toEqual(run(kind, events))
      }),
    )
  })

  it('never makes a step that the table does not have', () => {
    fc.assert(
      fc.property(history, (events) => {
        let state = newSubject(kind)
        for (const event of events) {
          const { state: next } = apply(state, event)
          if (next.status !== state.status && state.unknown === undefined) {
            expect(successorsOf(state)).toContain(next.status)
          }
          if (next.status !== state.status && state.unknown !== undefined) {
            const origins: readonly Status[] = [state.status, ...(state.resume ? [state.resume] : [])]
            expect(
              origins.some((origin) => origin === next.status || reachableFrom(kind, origin).has(next.status)),
            ).toBe(true)
          }
          state = next
        }
      }),
    )
  })

  it('is ignored the second time', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = run(kind, events)
        for (const event of events) expect(apply(state, event)).toEqual({ state, outcome: 'ignored', steps: [] })
      }),
    )
  })
})
