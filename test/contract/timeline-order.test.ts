import type { Verb } from '@suanhui/bff/platforms/platform'
import { inOrder, type SentByUs, type ToldByPlatform } from '@suanhui/bff/services/submissions/timeline-order'
import type { Status } from '@suanhui/shared/status'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 21, 2, minute)).toISOString()
const entry = (label: string, minute: number) => ({ at: at(minute), label, text: label })
const told = (to: Status, minute: number): ToldByPlatform => ({
  entry: entry(to, minute),
  change: { type: 'moved', to },
})
const sent = (verb: Verb, minute: number, answered?: number, refused = false): SentByUs => ({
  verb,
  sent: entry('sent', minute),
  ...(answered !== undefined && { answered: entry(refused ? 'refused' : 'received', answered) }),
  refused,
})
const labels = (...given: Parameters<typeof inOrder>): readonly string[] =>
  [...inOrder(...given)].reverse().map(({ label }) => label)

describe('the timeline', () => {
  it.each<readonly [string, Parameters<typeof inOrder>, readonly string[]]>([
    [
      'an answer that our record has late stands before what came of it',
      [[told('submitted', 1), told('city_review', 2)], [sent('submitApplication', 0, 5)]],
      ['sent', 'received', 'submitted', 'city_review'],
    ],
    [
      'each time it is sent stands before its own review',
      [
        [
          told('submitted', 1),
          told('city_review', 2),
          told('returned', 3),
          told('submitted', 11),
          told('city_review', 12),
        ],
        [sent('submitApplication', 0, 1), sent('resubmitApplication', 10, 20)],
      ],
      ['sent', 'received', 'submitted', 'city_review', 'returned', 'sent', 'received', 'submitted', 'city_review'],
    ],
    [
      'what the platform refused made nothing',
      [[told('submitted', 11)], [sent('submitFiling', 0, 1, true), sent('submitFiling', 10, 15)]],
      ['sent', 'refused', 'sent', 'received', 'submitted'],
    ],
    [
      'the sequence of the platform goes before its clock',
      [[told('submitted', 5), told('city_review', 4), told('returned', 6)], [sent('submitApplication', 0, 1)]],
      ['sent', 'received', 'submitted', 'city_review', 'returned'],
    ],
    [
      'news of the same moment stand in their sequence',
      [[told('claimed', 3), told('issued', 3), told('redeemed', 3)], [sent('claimVoucher', 1, 4)]],
      ['sent', 'received', 'claimed', 'issued', 'redeemed'],
    ],
    [
      'what makes no status of its own stands by its time',
      [
        [told('submitted', 1), told('explanation_demanded', 2), told('city_review', 9)],
        [sent('submitApplication', 0, 1), sent('explain', 4, 5)],
      ],
      ['sent', 'received', 'submitted', 'explanation_demanded', 'sent', 'received', 'city_review'],
    ],
    ['what waits to be sent', [[], [sent('submitFiling', 0)]], ['sent']],
  ])('%s', (_name, given, order) => expect(labels(...given)).toEqual(order))

  it('says of an answer that came late when the platform must have had it', () => {
    const [, received] = inOrder([told('submitted', 1)], [sent('submitFiling', 0, 5)])
    expect(received).toMatchObject({ label: 'received', at: at(1) })
  })

  it('loses nothing and never turns the sequence round, however late our records are', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 59 }), fc.nat(59), (when, queued, late) => {
        const states: readonly Status[] = [
          'submitted',
          'city_review',
          'returned',
          'submitted',
          'city_review',
          'recommended',
        ]
        const news = when.map((minute, index) => told(states[index] ?? 'paid', minute))
        const order = labels(news, [sent('submitApplication', queued, Math.min(59, queued + late))])
        expect(order.filter((label) => label !== 'sent' && label !== 'received')).toEqual(
          news.map((one) => one.entry.label),
        )
        const times = inOrder(news, [sent('submitApplication', queued, Math.min(59, queued + late))]).map(
          ({ at: time }) => time,
        )
        expect(times).toEqual([...times].sort().reverse())
        expect(order.slice(0, 3)).toEqual(['sent', 'received', 'submitted'])
      }),
    )
  })
})
