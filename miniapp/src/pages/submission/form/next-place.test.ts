import type { FormProblem } from '@suanhui/shared/forms'
import { describe, expect, it } from 'vitest'
import { nextPlace } from './next-place'

const at = (field: string, row?: number, column?: string): FormProblem => ({
  form: 'application',
  field,
  kind: 'missing',
  message: '还没有填。',
  ...(row !== undefined && { row }),
  ...(column !== undefined && { column }),
})

const problems = [at('bankName'), at('contracts', 0, 'site'), at('claimedFen'), at('claimedFen')]

describe('the next place of a form to be filled in', () => {
  it.each([
    ['none was gone to yet', undefined, 'bankName'],
    ['the first one', 'bankName', 'contracts.0.site'],
    ['a cell of a table', 'contracts.0.site', 'claimedFen'],
    ['the last one, with two things wrong', 'claimedFen', 'bankName'],
    ['one that was filled in meanwhile', 'contactName', 'bankName'],
  ])('after %s', (_, wentTo, expected) => expect(nextPlace(problems, wentTo)).toBe(expected))

  it('is nowhere where nothing is left', () => expect(nextPlace([], 'bankName')).toBe(''))
})
