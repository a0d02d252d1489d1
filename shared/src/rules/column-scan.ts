import type { NumberTest } from './number'
import { endAt, type Plane } from './plane-unions'

/**
 * Columns are read as integers, two for each double: with whole numbers a comparison is a subtraction whose sign is
 * kept, while comparing doubles makes a jump for each row that the processor cannot foresee.
 */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1
const HIGH = LITTLE_ENDIAN ? 1 : 0
const LOW = 1 - HIGH

const halvesOf = (column: Float64Array): Int32Array =>
  new Int32Array(column.buffer, column.byteOffset, column.length * 2)

const SIGN = 0x80000000 | 0
const MAGNITUDE = 0x7fffffff
/** The upper half of infinity; only what is not a number lies above. */
const INFINITE = 0x7ff00000

/** The companies of which the fact is unknown. */
export function scanUnknown(column: Float64Array, to: Plane, count: number): void {
  const halves = halvesOf(column)
  let index = HIGH
  for (let row = 0; row < count; row += 32) {
    const size = Math.min(32, count - row)
    let bits = 0
    // Each row shifts its bit in from above: after 32 of them the first stands lowest.
    for (let end = index + size * 2; index < end; index += 2) {
      const sign = INFINITE - ((halves[index] as number) & MAGNITUDE)
      bits = (bits >>> 1) | (sign & SIGN)
    }
    to[row >> 5] = bits >>> (32 - size)
  }
}

/** The companies whose value lies below a bound. What is set for the unknown has no meaning. */
function scanBelow(column: Float64Array, bound: number, to: Plane, count: number): void {
  const [low, high] = splitOf(bound)
  if (!(bound > 0)) scanBelowByValue(column, bound, to, count)
  else if (low === 0) scanBelowRound(halvesOf(column), high, to, count)
  else scanBelowExact(halvesOf(column), high, low, to, count)
}

function splitOf(value: number): readonly [number, number] {
  const halves = halvesOf(Float64Array.of(value))
  return [halves[LOW] as number, halves[HIGH] as number]
}

/** A bound above 0 whose lower half is 0, as that of small whole numbers is: the upper halves decide. */
function scanBelowRound(halves: Int32Array, bound: number, to: Plane, count: number): void {
  let index = HIGH
  for (let row = 0; row < count; row += 32) {
    const size = Math.min(32, count - row)
    let bits = 0
    for (let end = index + size * 2; index < end; index += 2) {
      const high = halves[index] as number
      // A negative value has a negative upper half; else the difference of two positive ones cannot overflow.
      bits = (bits >>> 1) | ((high | (high - bound)) & SIGN)
    }
    to[row >> 5] = bits >>> (32 - size)
  }
}

/** Any bound above 0: the lower halves, as unsigned numbers, lend one where the value's is the smaller. */
function scanBelowExact(halves: Int32Array, boundHigh: number, boundLow: number, to: Plane, count: number): void {
  let index = 0
  for (let row = 0; row < count; row += 32) {
    const size = Math.min(32, count - row)
    let bits = 0
    for (let end = index + size * 2; index < end; index += 2) {
      const high = halves[index + HIGH] as number
      const low = halves[index + LOW] as number
      const borrow = ((~low & boundLow) | ((~low | boundLow) & (low - boundLow))) >>> 31
      bits = (bits >>> 1) | ((high | (high - boundHigh - borrow)) & SIGN)
    }
    to[row >> 5] = bits >>> (32 - size)
  }
}

/** Bounds at and below 0 are rare: growth, and codes of areas that do not exist. */
function scanBelowByValue(column: Float64Array, bound: number, to: Plane, count: number): void {
  to.fill(0)
  for (let row = 0; row < count; row++)
    if ((column[row] as number) < bound) to[row >> 5] = (to[row >> 5] as number) | (1 << (row & 31))
}

/** A place among few, or a set of bits, that the test passes; both fit an integer. */
function scanPlaces(column: Float64Array, test: Extract<NumberTest, { bits: number }>, to: Plane, count: number): void {
  const { bits: passing } = test
  const isPlace = test.kind === 'place'
  for (let row = 0; row < count; row += 32) {
    const size = Math.min(32, count - row)
    let bits = 0
    for (let bit = 0; bit < size; bit++) {
      const value = (column[row + bit] as number) | 0
      const found = value & passing
      const passed = isPlace ? (passing >> value) & 1 : (found | -found) >>> 31
      bits |= (passed ^ 1) << bit
    }
    to[row >> 5] = bits
  }
}

/** The range of values that passes a test by cuts, as at-least and below; every such test is one range. */
function rangeOf(test: Extract<NumberTest, { kind: 'cuts' }>): readonly [number, number] {
  const [first = 0, second] = test.cuts
  if (second !== undefined) return [first, second]
  const above = nextUp(first)
  if (test.passes(first))
    return test.passes(above) ? [first, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, above]
  return test.passes(above) ? [above, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, first]
}

/** The next larger number that a double can hold. */
function nextUp(value: number): number {
  const size = Math.max(Math.abs(value), Number.MIN_VALUE / Number.EPSILON)
  const step = 2 ** Math.floor(Math.log2(size)) * Number.EPSILON
  return value + step / 2 > value ? value + step / 2 : value + step
}

/** The companies whose value is known and fails the test. */
export function scanFailing(column: Float64Array, test: NumberTest, unknown: Plane, to: Plane, count: number): void {
  if (test.kind === 'cuts') scanOutside(column, rangeOf(test), to, count)
  else scanPlaces(column, test, to, count)
  for (let word = 0; word < to.length; word++) to[word] = (to[word] as number) & ~(unknown[word] as number)
}

function scanOutside(column: Float64Array, [least, below]: readonly [number, number], to: Plane, count: number): void {
  if (below === Number.POSITIVE_INFINITY) {
    scanBelow(column, least, to, count)
    return
  }
  scanBelow(column, below, to, count)
  for (let word = 0; word < to.length; word++) to[word] = ~(to[word] as number)
  endAt(to, count)
  if (least === Number.NEGATIVE_INFINITY) return
  const under = new Int32Array(to.length)
  scanBelow(column, least, under, count)
  for (let word = 0; word < to.length; word++) to[word] = (to[word] as number) | (under[word] as number)
}
