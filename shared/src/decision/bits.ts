/** Sets of small numbers as bits: number i is bit i & 31 of word i >> 5. */
export type BitSet = Int32Array

/** How many bits of a word are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The place of the lowest bit of a word that has one. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word)

/** The place of the highest bit of a word that has one. */
export const highestBit = (word: number): number => 31 - Math.clz32(word)

/** `at` is the word at which the set begins: several may stand in one array. */
export const hasBit = (set: BitSet, number: number, at = 0): boolean =>
  (((set[at + (number >> 5)] as number) >>> (number & 31)) & 1) === 1

export function addBit(set: BitSet, number: number, at = 0): void {
  set[at + (number >> 5)] = (set[at + (number >> 5)] as number) | (1 << (number & 31))
}

export function dropBit(set: BitSet, number: number, at = 0): void {
  set[at + (number >> 5)] = (set[at + (number >> 5)] as number) & ~(1 << (number & 31))
}
