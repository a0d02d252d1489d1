/** A unified social credit code (统一社会信用代码): 18 characters. */
export type CreditCode = string

/** Digits and capital letters without I, O, S, V, Z (GB 32100-2015, table 1). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** Whether the text has the shape of a credit code; its check digit is another question. */
export const isCreditCode = (text: unknown): text is CreditCode => typeof text === 'string' && SHAPE.test(text)

/** What people type, as the code is written: capital letters, no blanks, full-width characters narrowed. */
export const normaliseCreditCode = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/**
 * The last character that belongs to the first 17 (GB 32100-2015, 4.2: weights 3^i mod 31).
 * @throws {RangeError} where one of them is no character of a credit code.
 */
export function checkCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17.slice(0, LENGTH - 1)) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new RangeError('not a character of a credit code')
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Whether the check digit fits. Some early real codes fail, so a wrong one asks for a second look and forbids nothing. */
export const hasRightCheckCharacter = (code: CreditCode): boolean => checkCharacter(code) === code.charAt(LENGTH - 1)
