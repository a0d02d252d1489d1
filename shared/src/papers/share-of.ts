import type { Fen } from '../money'

/** Four bits at a time: no step passes 2⁵³ while the whole stays below 2⁴⁸ fen. */
const CHUNK = 16
const CHUNKS = 12

/** ⌊amount × part ÷ whole⌋ for sums of money below 2.8 billion yuan, exactly; phones need no BigInt for it. */
export function shareOf(amount: Fen, part: Fen, whole: Fen): Fen {
  if (whole <= 0) return 0
  const times = Math.floor(amount / whole)
  const rest = amount - times * whole
  let quotient = 0
  let left = 0
  for (let chunk = CHUNKS - 1; chunk >= 0; chunk -= 1) {
    const digit = Math.floor(part / CHUNK ** chunk) % CHUNK
    const value = left * CHUNK + rest * digit
    quotient = quotient * CHUNK + Math.floor(value / whole)
    left = value % whole
  }
  return times * part + quotient
}
