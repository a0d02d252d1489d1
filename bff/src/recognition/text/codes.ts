import { hasRightCheckCharacter, isCreditCode } from '@suanhui/shared/credit-code'

/** Letters that a credit code does not have, as what OCR took for them. */
const SLIPS: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2' }

/** A credit code with a right check digit, slips of OCR put right where only one reading is possible. */
export function creditCodeIn(text: string): string | undefined {
  const run = /[0-9A-Z]{18}(?![0-9A-Z])/.exec(text.toUpperCase())?.[0]
  const code = run?.replace(/[OISZ]/g, (letter) => SLIPS[letter] ?? letter)
  return code && isCreditCode(code) && hasRightCheckCharacter(code) ? code : undefined
}

/** The text as a code where its label says that it is one: 15 to 20 characters, the check digit right or not. */
export function taxNumberIn(text: string): string | undefined {
  const right = creditCodeIn(text)
  if (right) return right
  const run = /^[^0-9A-Za-z]{0,3}([0-9A-Z]{15,20})(?![0-9A-Z])/.exec(text.toUpperCase())?.[1]
  return run && [15, 18, 20].includes(run.length) ? run : undefined
}

/** Two readings of one number: OCR merges runs of equal digits. */
export function sameDigits(one: string, other: string): boolean {
  const runs = (text: string): string => text.replace(/(\d)\1+/g, '$1')
  return one === other || (Math.abs(one.length - other.length) <= 2 && runs(one) === runs(other))
}
