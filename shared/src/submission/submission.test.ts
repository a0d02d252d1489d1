import { describe, expect, it } from 'vitest'
import { wan } from '../money'
import type { Paper } from '../papers'
import { context, contract, gpuLine, invoice, payment } from '../papers/papers.fixture'
import { type CheckUpContext, checkUp } from './check-up'
import { canonicalText, submissionOf } from './content'
import type { ApplicationDraft, FilingDraft } from './draft'
import { slotsOf } from './slots'

const form = (id: string): Paper => ({ ...contract(), id, kind: 'stamped_form', fields: {}, hash: `hash of ${id}` })
const proof: Paper = { ...invoice(), id: 'proof-1', kind: 'other', fields: {} }
const papers = [contract(), invoice(), payment(), proof, form('f1'), form('f2'), form('f3'), form('f4')]

const draft: ApplicationDraft = {
  step: 'application',
  companyId: 'company-1',
  measureId: 'hn-2026-168/compute-voucher',
  answers: { application: { bank: '测试银行长沙支行' } },
  papers: {
    contract: ['contract-1'],
    invoice: ['invoice-1'],
    payment: ['payment-1'],
    proof: ['proof-1'],
    'demand-form': ['f1'],
    'filing-form': ['f2'],
    'application-form': ['f3'],
    report: ['f4'],
  },
  confirmedFindings: [],
  catalogueVersion: '1',
  claimedFen: wan(3.18),
  decided: {
    on: '2026-11-21',
    decision: {
      measureId: 'hn-2026-168/compute-voucher',
      status: 'eligible',
      amount: { basis: 'up_to', minFen: 0, maxFen: wan(3.18) },
      met: 9,
      total: 9,
      missing: [],
      warnings: [],
    },
  },
}
const around: CheckUpContext = {
  checks: context,
  needed: [{ form: 'application', field: 'bank', label: '基本户开户行' }],
}
const filing: FilingDraft = {
  step: 'filing',
  companyId: 'company-1',
  measureId: draft.measureId,
  answers: draft.answers,
  papers: { contract: ['contract-1'], 'filing-form': ['f2'] },
  confirmedFindings: [],
  catalogueVersion: '1',
}

describe('the check-up', () => {
  it('lets a whole application go, and a whole filing', () => {
    expect(checkUp(draft, papers, around)).toMatchObject({ ready: true, findings: [], slotProblems: [] })
    expect(checkUp(filing, papers, around).ready).toBe(true)
  })

  it.each(slotsOf('application', false).filter(({ least }) => least > 0))('asks for $label', (slot) => {
    const { [slot.id]: _, ...others } = draft.papers
    const { ready, slotProblems } = checkUp({ ...draft, papers: others }, papers, around)
    expect(ready).toBe(false)
    expect(slotProblems).toMatchObject([{ slot: { id: slot.id }, message: `还缺“${slot.label}”。` }])
  })

  it('does not ask for 附件2 where it was bought on the platform', () => {
    const { 'filing-form': _, ...others } = draft.papers
    const onPlatform = { ...around, checks: { ...context, viaPlatform: true } }
    expect(checkUp({ ...draft, papers: others }, papers, onPlatform).ready).toBe(true)
  })

  it.each([
    ['一份放错了的', { ...draft, papers: { ...draft.papers, invoice: ['invoice-1', 'proof-1'] } }],
    ['已经删掉的', { ...draft, papers: { ...draft.papers, invoice: ['invoice-1', 'gone'] } }],
    ['盖章的表放了两份', { ...draft, papers: { ...draft.papers, report: ['f4', 'f3'] } }],
  ])('stops at %s', (_, changed) => {
    const { ready, slotProblems } = checkUp(changed, papers, around)
    expect(ready).toBe(false)
    expect(slotProblems).toHaveLength(1)
  })

  it.each([
    ['没有填', {}],
    ['只有空格', { application: { bank: '　 ' } }],
  ])('tells a field that is missing: %s', (_, answers) => {
    expect(checkUp({ ...draft, answers }, papers, around)).toMatchObject({
      ready: false,
      missingFields: [{ form: 'application', field: 'bank' }],
    })
  })

  it('an error blocks, whatever is confirmed', () => {
    const sealless = papers.map((paper) => (paper.id === 'contract-1' ? { ...paper, seals: [] } : paper))
    const { findings } = checkUp(draft, sealless, around)
    const confirmed = { ...draft, confirmedFindings: findings.map(({ id }) => id) }
    expect(checkUp(confirmed, sealless, around)).toMatchObject({ ready: false, toConfirm: [] })
  })

  it('a warning stops until a person confirms it', () => {
    const odd = papers.map((paper) =>
      paper.id === 'invoice-1' ? { ...paper, lines: [{ ...gpuLine, taxRate: '7%' }] } : paper,
    )
    const { ready, toConfirm } = checkUp(draft, odd, around)
    expect(ready).toBe(false)
    expect(toConfirm.map(({ rule }) => rule)).toEqual(['tax-rate'])
    const confirmed = { ...draft, confirmedFindings: toConfirm.map(({ id }) => id) }
    expect(checkUp(confirmed, odd, around).ready).toBe(true)
  })

  it('one fen above what the rules give is too much', () => {
    expect(checkUp({ ...draft, claimedFen: wan(3.18) + 1 }, papers, around)).toMatchObject({
      ready: false,
      answerProblems: [{ field: 'claimedFen' }],
    })
  })
})

describe('what is sent', () => {
  const sent = submissionOf(draft, papers, checkUp(draft, papers, around))

  it('is not made while something stands against it', () => {
    expect(() => submissionOf(draft, [], checkUp(draft, [], around))).toThrow(RangeError)
  })

  it('has every paper by slot, with its file and what was confirmed', () => {
    expect(sent.papers.map(({ slot }) => slot)).toEqual([
      'contract',
      'invoice',
      'payment',
      'proof',
      'demand-form',
      'filing-form',
      'application-form',
      'report',
    ])
    expect(sent.papers.at(-1)).toMatchObject({ id: 'f4', hash: 'hash of f4' })
    expect(sent.papers[1]?.fields).toMatchObject({ number: '26432000000012346521', totalFen: wan(10.6) })
  })

  it('is one text, whatever the order of keys', () => {
    const { step, companyId, ...others } = draft
    const reversed = { ...others, companyId, step }
    const again = submissionOf(reversed, [...papers].reverse(), checkUp(reversed, papers, around))
    expect(canonicalText(again)).toBe(canonicalText(sent))
  })

  it.each([
    ['an answer', { ...sent, answers: { application: { bank: '另一家' } } }],
    ['the sum', { ...sent, claimedFen: wan(3) }],
    ['a file', { ...sent, papers: sent.papers.map((paper) => ({ ...paper, hash: 'other' })) }],
    ['the catalogue', { ...sent, catalogueVersion: '2' }],
  ])('is another text when %s changes', (_, changed) => {
    expect(canonicalText(changed)).not.toBe(canonicalText(sent))
  })
})
