/** So many cards of one kind. */
export interface Chip {
  readonly name: string
  readonly domestic: boolean
  readonly cards: number
}

const chip = (name: string, domestic: boolean, cards: number): Chip => ({ name, domestic, cards })

export const ASCEND = (cards: number): Chip => chip('昇腾910B', true, cards)
export const HYGON = (cards: number): Chip => chip('海光DCU K100', true, cards)
export const CAMBRICON = (cards: number): Chip => chip('寒武纪MLU370', true, cards)
export const KUNLUN = (cards: number): Chip => chip('昆仑芯P800', true, cards)
export const MOORE = (cards: number): Chip => chip('摩尔线程S4000', true, cards)
export const A800 = (cards: number): Chip => chip('NVIDIA A800', false, cards)
export const H20 = (cards: number): Chip => chip('NVIDIA H20', false, cards)
export const L40 = (cards: number): Chip => chip('NVIDIA L40', false, cards)

/** A line of the registry, as short as it can be written. */
export interface ProviderRow {
  readonly name: string
  readonly region: string
  readonly site: string
  readonly from: string
  readonly to?: string
  readonly chips: readonly Chip[]
  /** 元 per card and hour. */
  readonly price: number
  readonly quality: readonly [availability: number, answerHours: number, score: number]
}
