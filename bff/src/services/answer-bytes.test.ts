import { match } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { syntheticCompanies } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'
import { answerBytes } from './answer-bytes'

const ON = '2026-11-21'

describe('the bytes of an answer', () => {
  it('is what JSON.stringify writes, for every company, the second time as well', () => {
    const next = syntheticCompanies(catalogue, 7, 0.6)
    const companies: readonly FactValues[] = [{}, ...Array.from({ length: 300 }, next)]
    for (const facts of [...companies, ...companies]) {
      const answer = match(catalogue, facts, ON)
      expect(Buffer.from(answerBytes(answer)).toString()).toBe(JSON.stringify(answer))
    }
  })

  it('keeps the criteria of those that are explained apart from the others', () => {
    const facts = { 'company.kind': 'enterprise', 'company.region': '430104' }
    for (const explain of ['none', 'all', ['hn-2025-4/compute-centre'], 'none'] as const) {
      const answer = match(catalogue, facts, ON, explain)
      expect(Buffer.from(answerBytes(answer)).toString()).toBe(JSON.stringify(answer))
    }
  })
})
