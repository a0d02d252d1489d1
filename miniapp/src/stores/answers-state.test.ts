import { factDefinitions } from '@suanhui/shared/facts'
import { describe, expect, it } from 'vitest'
import {
  answeredCount,
  noAnswers,
  readAnswers,
  timesSkipped,
  withAnswer,
  withNextScreen,
  withPreviousScreen,
} from './answers-state'

const kept = {
  format: 1,
  answers: { 'company.kind': 'enterprise', 'compute.annualPurchaseFen': 40_000_000, 'company.sme': null },
  drafts: { 'compute.annualPurchaseFen': { text: '40', unit: '万元' } },
  screens: [['company.kind', 'company.region'], ['company.sme']],
  at: 1,
  skipped: ['company.region'],
  savedAt: '2026-11-21T04:03:00.000Z',
}

describe('what the phone kept', () => {
  it('comes back as it was', () => {
    const { format: _, ...state } = kept
    expect(readAnswers(kept, factDefinitions)).toEqual(state)
  })

  it.each([
    ['nothing', undefined],
    ['text', 'answers'],
    ['a list', []],
    ['another format', { ...kept, format: 2 }],
    ['no answers', { format: 1 }],
  ])('is empty when there is %s', (_name, stored) => {
    expect(readAnswers(stored, factDefinitions)).toEqual(noAnswers)
  })

  it('leaves out facts that are no longer asked and values that no longer fit, and keeps the rest', () => {
    const stored = {
      ...kept,
      answers: { ...kept.answers, 'company.gone': true, 'company.kind': 'shop', 'company.region': '4301' },
      drafts: { ...kept.drafts, 'company.gone': { text: '1' }, 'company.sme': 'x' },
      screens: [['company.gone'], ['company.kind', 'company.gone'], 'x'],
      at: 7,
      skipped: ['company.gone', 3],
    }
    expect(readAnswers(stored, factDefinitions)).toEqual({
      answers: { 'compute.annualPurchaseFen': 40_000_000, 'company.sme': null },
      drafts: kept.drafts,
      screens: [['company.kind']],
      at: 0,
      skipped: [],
      savedAt: kept.savedAt,
    })
  })
})

describe('screens', () => {
  const first = withNextScreen(noAnswers, ['company.kind', 'company.region'])

  it('goes back and on again without losing an answer', () => {
    const answered = withAnswer(first, 'company.kind', 'enterprise')
    const second = withNextScreen(answered, ['company.sme'])
    const back = withPreviousScreen(second)
    expect(back).toMatchObject({ at: 0, answers: { 'company.kind': 'enterprise' } })
    expect(withNextScreen(back, ['patents.grantedInPeriod'])).toMatchObject({
      at: 1,
      screens: [['company.kind', 'company.region'], ['company.sme']],
    })
  })

  it('asks anew after an answer was changed', () => {
    const second = withNextScreen(withAnswer(first, 'company.kind', 'enterprise'), ['company.sme'])
    const changed = withAnswer(withPreviousScreen(second), 'company.kind', 'university')
    expect(withNextScreen(changed, ['company.leading']).screens).toEqual([
      ['company.kind', 'company.region'],
      ['company.leading'],
    ])
  })

  it('counts how often a question was left empty, until it is answered', () => {
    const second = withNextScreen(first, ['company.sme'])
    const third = withNextScreen(second, ['company.region'])
    expect(Object.fromEntries(timesSkipped(third))).toEqual({
      'company.kind': 1,
      'company.region': 2,
      'company.sme': 1,
    })
    expect(timesSkipped(withAnswer(third, 'company.region', null)).has('company.region')).toBe(false)
    expect(timesSkipped(withPreviousScreen(third)).get('company.region')).toBe(1)
  })

  it('ends with one empty screen, which gives way when there is something to ask again', () => {
    const end = withNextScreen(withNextScreen(first, []), [])
    expect(end.screens).toEqual([['company.kind', 'company.region'], []])
    expect(withNextScreen(end, ['company.sme']).screens).toEqual([['company.kind', 'company.region'], ['company.sme']])
  })

  it('counts "not known" as an answer, and one taken back as none', () => {
    const some = withAnswer(withAnswer(noAnswers, 'company.sme', null), 'company.leading', true)
    expect(answeredCount(some)).toBe(2)
    expect(answeredCount(withAnswer(some, 'company.leading', undefined))).toBe(1)
  })
})
