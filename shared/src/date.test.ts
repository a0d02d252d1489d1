import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, dayNumber, daysBetween, daysIn, formatDate, isIsoDate, shanghaiDay } from './date'

describe('a date', () => {
  it.each(['2026-11-21', '2028-02-29', '2000-02-29'])('%s exists', (text) => expect(isIsoDate(text)).toBe(true))
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-11-31',
    '2026-1-1',
    '2026-11-21T00:00:00Z',
    '',
    '２０２６-11-21',
    20261121,
    null,
  ])('%s does not', (text) => expect(isIsoDate(text)).toBe(false))
})

it('knows which days exist, as the calendar does', () => {
  const digits = (most: number, places: number) =>
    fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(places, '0'))
  fc.assert(
    fc.property(digits(9999, 4), digits(13, 2), digits(32, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`
      const time = Date.parse(`${text}T00:00:00Z`)
      const exists = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
      expect(isIsoDate(text)).toBe(exists)
    }),
    { numRuns: 2000 },
  )
})

it('counts days across years and leap days', () => {
  expect(addDays('2026-11-03', 30)).toBe('2026-12-03')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('9999-12-31', 30)).toBe('9999-12-31')
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect([daysIn('2026-01-01', '2026-01-01'), daysIn('2026-01-02', '2026-01-01')]).toEqual([1, 0])
})

it('numbers days as the calendar does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 2_932_896 }), (day) => {
      const date = dateOfDay(day)
      expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
    }),
  )
})

it('turns the day over at midnight in China', () => {
  expect(shanghaiDay(new Date('2026-06-30T15:59:59Z'))).toBe('2026-06-30')
  expect(shanghaiDay(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
})

it('reads as people say it', () => expect(formatDate('2026-12-03')).toBe('2026年12月3日'))
