import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacter, hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from './credit-code'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const codes = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
  .map((first) => first.join('') + checkCharacter(first.join('')))

describe('credit code', () => {
  // The standard's own example (GB 32100-2015, annex A) and codes whose weighted sum is a multiple of 31: check digit 0.
  it.each(['91350100M000100Y43'])('%s is right', (code) => {
    expect(isCreditCode(code)).toBe(true)
    expect(hasRightCheckCharacter(code)).toBe(true)
  })

  it('a wrong character anywhere is noticed', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, other) => {
        const wrong = code.slice(0, at) + other + code.slice(at + 1)
        expect(hasRightCheckCharacter(wrong)).toBe(wrong === code)
      }),
    )
  })

  it('two neighbours changed about are noticed', () => {
    fc.assert(
      fc.property(codes, fc.nat(16), (code, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
        expect(hasRightCheckCharacter(swapped)).toBe(swapped === code)
      }),
    )
  })

  it.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100m000100y43', 42, null])(
    '%j has not the shape of one',
    (text) => {
      expect(isCreditCode(text)).toBe(false)
    },
  )

  it('takes what people type', () => {
    expect(normaliseCreditCode(' ９1350100 m000100y43 ')).toBe('91350100M000100Y43')
  })
})
