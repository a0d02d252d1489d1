import { expect, it } from 'vitest'
import { creditCodeIn, sameDigits, taxNumberIn } from './codes'

it('a code counts where its check digit is right', () => {
  expect(creditCodeIn('代码:914302112715A4206K')).toBe('914302112715A4206K')
  expect(creditCodeIn('代码:914302112715A4207K')).toBeUndefined()
  expect(creditCodeIn('代码:914302112715A4206')).toBeUndefined()
})

it('letters that no code has are what they look like', () => {
  expect(creditCodeIn('9143O2112715A42O6K')).toBe('914302112715A4206K')
})

it('beside its label a number of 15 or 20 characters is a tax number too', () => {
  expect(taxNumberIn('430102123456789')).toBe('430102123456789')
  expect(taxNumberIn('4301021234567')).toBeUndefined()
})

it('equal digits that OCR merged are no other number', () => {
  expect(sameDigits('24442000000091507443', '2444200000091507443')).toBe(true)
  expect(sameDigits('24442000000091507443', '24442000000091507444')).toBe(false)
  expect(sameDigits('24442000000091507443', '244420091507443')).toBe(false)
})
