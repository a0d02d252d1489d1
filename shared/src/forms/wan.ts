import type { Fen } from '../money'

const PLACES = 6

/** 万元 as the tables print them, exact to the fen: 12.345678 for 123,456.78 yuan. */
export function wanText(fen: Fen): string {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(PLACES + 1, '0')
  const whole = digits.slice(0, -PLACES)
  const rest = digits.slice(-PLACES).replace(/0+$/, '')
  return rest === '' ? `${sign}${whole}` : `${sign}${whole}.${rest}`
}

/** A ratio in percent without the sign: 30 for 0.3, at most four decimals. */
export const percentText = (ratio: number): string => String(Math.round(ratio * 1_000_000) / 10_000)
