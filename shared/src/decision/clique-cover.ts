import type { Fen } from '../money'
import { type BitSet, dropBit, highestBit, lowestBit } from './bits'
import type { ConflictGraph } from './conflict-graph'

/**
 * How much a set of vertices can be worth at most. Cliques (of which at most one member can be taken) cover it: each
 * pays what its lightest member still lacks to all its members, until every vertex has its weight. Whatever is taken,
 * no more can be earned than all payments.
 *
 * A weight is a number of two digits, `max` then `min`, to a base that no total of `min` reaches: so one order of
 * numbers is the order of sums, and nothing is rounded.
 */
export class CliqueCover {
  private readonly base: number
  private readonly lackMax: Float64Array
  private readonly lackMin: Float64Array
  private readonly uncovered: BitSet
  private readonly common: BitSet
  private readonly clique: Int32Array
  private length = 0
  private payMax = 0
  private payMin = 0

  constructor(private readonly graph: ConflictGraph) {
    this.base = graph.min.reduce((total, fen) => total + fen, 1)
    this.lackMax = new Float64Array(graph.size)
    this.lackMin = new Float64Array(graph.size)
    this.uncovered = new Int32Array(graph.words)
    this.common = new Int32Array(graph.words)
    this.clique = new Int32Array(graph.size)
  }

  /** Whether the set that begins at word `at` could be worth more than that. Stops as soon as it could. */
  exceeds(set: BitSet, at: number, max: Fen, min: Fen): boolean {
    const { uncovered, base } = this
    this.owe(set, at)
    let reachMax = 0
    let reachMin = 0
    // Vertices stand heaviest first; the last lacks little, so it is often paid off at once.
    for (let word = uncovered.length - 1; word >= 0; word--) {
      while (uncovered[word] !== 0) {
        this.cliqueOf(word * 32 + highestBit(uncovered[word] as number))
        reachMax += this.payMax
        reachMin += this.payMin
        if (reachMin >= base) {
          reachMin -= base
          reachMax++
        }
        if (reachMax > max || (reachMax === max && reachMin > min)) return true
        this.pay()
      }
    }
    return false
  }

  private owe(set: BitSet, at: number): void {
    const { uncovered, lackMax, lackMin } = this
    const { max, min } = this.graph
    for (let word = 0; word < uncovered.length; word++) {
      uncovered[word] = set[at + word] as number
      for (let bits = uncovered[word] as number; bits !== 0; bits &= bits - 1) {
        const vertex = word * 32 + lowestBit(bits)
        lackMax[vertex] = max[vertex] as number
        lackMin[vertex] = min[vertex] as number
      }
    }
  }

  /** A clique around the last uncovered vertex, of uncovered ones, heavier ones first; and what it pays. */
  private cliqueOf(last: number): void {
    const { uncovered, common } = this
    const { words, rows } = this.graph
    const end = last >> 5
    this.length = 0
    this.payMax = Number.POSITIVE_INFINITY
    this.join(last)
    for (let w = 0; w <= end; w++) common[w] = (uncovered[w] as number) & (rows[last * words + w] as number)
    for (let word = 0; word <= end; word++) {
      while (common[word] !== 0) {
        const other = word * 32 + lowestBit(common[word] as number)
        this.join(other)
        for (let w = word; w <= end; w++) common[w] = (common[w] as number) & (rows[other * words + w] as number)
      }
    }
  }

  private join(vertex: number): void {
    this.clique[this.length++] = vertex
    const max = this.lackMax[vertex] as number
    const min = this.lackMin[vertex] as number
    if (max > this.payMax || (max === this.payMax && min >= this.payMin)) return
    this.payMax = max
    this.payMin = min
  }

  private pay(): void {
    const { clique, lackMax, lackMin, payMax, payMin, base, uncovered } = this
    for (let index = 0; index < this.length; index++) {
      const vertex = clique[index] as number
      let max = (lackMax[vertex] as number) - payMax
      let min = (lackMin[vertex] as number) - payMin
      if (min < 0) {
        min += base
        max--
      }
      lackMax[vertex] = max
      lackMin[vertex] = min
      if (max === 0 && min === 0) dropBit(uncovered, vertex)
    }
  }
}
