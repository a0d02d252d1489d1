import { type CreditCode, checkCharacter } from '@suanhui/shared/credit-code'

/** A credit code with the right check digit: 91 company, 12 institute; region; nine characters of the organisation. */
export function creditCodeOf(kind: '91' | '12', region: string, serial: number): CreditCode {
  const first17 = `${kind}${region}MA${String(serial).padStart(7, '0')}`
  return first17 + checkCharacter(first17)
}
