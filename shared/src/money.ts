/** Money in 分: an integer, as in WeChat Pay. 万元 exists here and nowhere else. */
export type Fen = number

const FEN_PER_YUAN = 100
const FEN_PER_WAN = 1_000_000
const FEN_PER_YI = 10_000_000_000

export const yuan = (amount: number): Fen => Math.round(amount * FEN_PER_YUAN)
/** 万元 to fen: `wan(5)` is 50,000 yuan. */
export const wan = (amount: number): Fen => Math.round(amount * FEN_PER_WAN)
/** 亿元 to fen. */
export const yi = (amount: number): Fen => Math.round(amount * FEN_PER_YI)

/**
 * ⌊amount × numerator ÷ denominator⌋, exact for safe integers: the amount is split first, so that
 * nothing passes 2⁵³ while the result itself does not, for denominators up to some millions.
 */
export function mulDivFloor(amount: Fen, numerator: number, denominator: number): Fen {
  const whole = Math.floor(amount / denominator)
  const rest = amount - whole * denominator
  return whole * numerator + Math.floor((rest * numerator) / denominator)
}

/** The same fraction in its smallest terms, so that {@link mulDivFloor} stays within safe integers. */
export function reduced(numerator: number, denominator: number): readonly [number, number] {
  let [a, b] = [numerator, denominator]
  while (b !== 0) [a, b] = [b, a % b]
  return [numerator / a, denominator / a]
}

/** Ratios are decimals of at most six places: 2.5% is 25,000 of these. */
export const RATIO_SCALE = 1_000_000

/** ⌊amount × ratio⌋ in whole fen; 29% of 100 is 29, which floating point makes 28. */
export const share = (amount: Fen, ratio: number): Fen =>
  mulDivFloor(amount, Math.round(ratio * RATIO_SCALE), RATIO_SCALE)

/** Without trailing zeros: 1.50 is 1.5. */
const plain = (value: number, places: number): string => value.toFixed(places).replace(/\.?0+$/, '')

/** 120000.01 is 120,000.01; four digits and fewer stand as they are. */
const grouped = (text: string): string =>
  (text.split('.')[0] ?? '').length < 5 ? text : text.replace(/\d(?=(\d{3})+(\.|$))/g, '$&,')

/**
 * As people say it: 12万元, 1.5亿元, 800元. Exact to the fen: a sum that 万 or 亿 would have to round is told in 元,
 * for a ceiling must not be made larger by its wording.
 */
export function formatFen(fen: Fen): string {
  if (fen >= FEN_PER_YI && fen % (FEN_PER_YI / 10_000) === 0) return `${plain(fen / FEN_PER_YI, 4)}亿元`
  if (fen >= FEN_PER_WAN && fen % (FEN_PER_WAN / 10_000) === 0) return `${plain(fen / FEN_PER_WAN, 4)}万元`
  return `${grouped(plain(fen / FEN_PER_YUAN, 2))}元`
}
