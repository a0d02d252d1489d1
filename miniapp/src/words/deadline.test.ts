import type { PolicyDocument } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'
import { clockTime, daysLeft, validityOf, validityWords } from './deadline'

const document: PolicyDocument = {
  id: 'd',
  title: '',
  documentNo: '',
  issuer: '',
  level: 'province',
  region: '14',
  issuedOn: '2024-07-01',
  inForce: { from: '2024-07-01', to: '2026-12-31' },
  listing: 'open',
  summary: '',
  clauses: [],
  measures: [],
}

describe('how long a document holds', () => {
  it.each([
    ['2024-06-30', 'not_yet', '7月1日起施行'],
    ['2024-07-01', 'in_force', '有效到2026年12月31日'],
    ['2026-11-01', 'ending', '12月31日到期，还有60天'],
    ['2026-10-31', 'in_force', '有效到2026年12月31日'],
    ['2026-11-21', 'ending', '12月31日到期，还有40天'],
    ['2026-12-31', 'ending', '12月31日到期，今天是最后一天'],
    ['2027-01-01', 'ended', '2026年12月31日已到期'],
  ] as const)('%s: %s', (on, validity, words) => {
    expect(validityOf(document, on)).toBe(validity)
    expect(validityWords(document, on)).toBe(words)
  })

  it('counts the days', () => {
    expect(daysLeft('2026-12-03', '2026-11-21')).toBe('还有12天')
    expect(daysLeft('2026-11-22', '2026-11-21')).toBe('明天是最后一天')
    expect(daysLeft('2026-11-20', '2026-11-21')).toBeUndefined()
  })

  it('tells the time as clocks in China do', () => expect(clockTime('2026-11-21T04:03:00.000Z')).toBe('12:03'))
})
