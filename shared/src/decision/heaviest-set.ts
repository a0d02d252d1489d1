import type { Fen } from '../money'

/** What is chosen among, heaviest first. Sets of vertices are bits: vertex i is bit i & 31 of word i >> 5. */
export interface ConflictGraph {
  readonly size: number
  /** The greatest and the least sum of each vertex, in fen. */
  readonly max: ArrayLike<Fen>
  readonly min: ArrayLike<Fen>
  /** Rows of `words` words: the vertices that each vertex excludes. */
  readonly rows: Int32Array
  readonly words: number
}

const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The number of the lowest bit. */
const lowest = (word: number): number => 31 - Math.clz32(word & -word)

/**
 * The exact search for the set of vertices, no two of which exclude one another, with the greatest total of `max`, and
 * among those of `min`. Branch and bound; a weight is a number of two digits, `max` and `min`, to a base that no total
 * of `min` reaches, so that one comparison of weights compares both sums.
 */
export class HeaviestSet {
  private readonly base: number
  /** What the covering cliques have not yet paid of each vertex. */
  private readonly restMax: Float64Array
  private readonly restMin: Float64Array
  /** One row of words for each depth of the search: the vertices still free, and those taken. */
  private readonly free: Int32Array
  private readonly taken: Int32Array
  private readonly uncovered: Int32Array
  private readonly common: Int32Array
  private readonly clique: Int32Array
  /** The best total so far and its vertices. */
  bestMax: Fen = -1
  bestMin: Fen = 0
  readonly best: Int32Array
  private enoughMax = 0
  private enoughMin = 0
  nodes = 0

  constructor(private readonly graph: ConflictGraph) {
    const { size, words, min } = graph
    let total = 0
    for (let vertex = 0; vertex < size; vertex++) total += min[vertex] as number
    this.base = total + 1
    this.restMax = new Float64Array(size)
    this.restMin = new Float64Array(size)
    this.free = new Int32Array((size + 2) * words)
    this.taken = new Int32Array((size + 2) * words)
    this.uncovered = new Int32Array(words)
    this.common = new Int32Array(words)
    this.clique = new Int32Array(size)
    this.best = new Int32Array(words)
  }

  /**
   * Looks among `among` for a set heavier than the given total, and stops at the first that reaches `enough`.
   * Answers whether there is one; it then stands in `best`.
   */
  run(among: Int32Array, overMax: Fen, overMin: Fen, enoughMax: Fen, enoughMin: Fen): boolean {
    this.bestMax = overMax
    this.bestMin = overMin
    this.enoughMax = enoughMax
    this.enoughMin = enoughMin
    this.free.set(among)
    this.taken.fill(0, 0, this.graph.words)
    this.search(0, 0, 0)
    return this.bestMax > overMax || (this.bestMax === overMax && this.bestMin > overMin)
  }

  private search(depth: number, startMax: number, startMin: number): boolean {
    const { free, taken } = this
    const { words, rows, max, min } = this.graph
    const at = depth * words
    let sumMax = startMax
    let sumMin = startMin
    let branch = -1
    this.nodes++
    for (let again = true; again; ) {
      again = false
      branch = -1
      let most = 0
      for (let word = 0; word < words; word++) {
        for (let bits = free[at + word] as number; bits !== 0; bits &= bits - 1) {
          const vertex = word * 32 + lowest(bits)
          const row = vertex * words
          let degree = 0
          for (let w = 0; w < words; w++) degree += bitsIn((free[at + w] as number) & (rows[row + w] as number))
          if (degree > 0 && !this.outweighs(vertex, at, degree)) {
            if (degree > most) {
              most = degree
              branch = vertex
            }
            continue
          }
          sumMax += max[vertex] as number
          sumMin += min[vertex] as number
          this.take(vertex, at, at)
          bits &= (free[at + word] as number) | (1 << (vertex & 31))
          if (degree > 0) again = true
        }
      }
    }
    if (branch < 0) return this.record(at, sumMax, sumMin)
    if (!this.canReach(at, sumMax, sumMin)) return false
    const next = at + words
    for (let w = 0; w < words; w++) {
      free[next + w] = free[at + w] as number
      taken[next + w] = taken[at + w] as number
    }
    this.take(branch, next, next)
    if (this.search(depth + 1, sumMax + (max[branch] as number), sumMin + (min[branch] as number))) return true
    for (let w = 0; w < words; w++) {
      free[next + w] = free[at + w] as number
      taken[next + w] = taken[at + w] as number
    }
    free[next + (branch >> 5)] = (free[next + (branch >> 5)] as number) & ~(1 << (branch & 31))
    return this.search(depth + 1, sumMax, sumMin)
  }

  /** Whether a vertex is worth at least as much as all its free neighbours together: then it can be taken. */
  private outweighs(vertex: number, at: number, _degree: number): boolean {
    const { words, rows, max, min } = this.graph
    let restMax = max[vertex] as number
    let restMin = min[vertex] as number
    for (let w = 0; w < words; w++) {
      for (let bits = (this.free[at + w] as number) & (rows[vertex * words + w] as number); bits !== 0; bits &= bits - 1) {
        const other = w * 32 + lowest(bits)
        restMax -= max[other] as number
        restMin -= min[other] as number
        if (restMax < 0 || (restMax === 0 && restMin < 0)) return false
      }
    }
    return true
  }

  private take(vertex: number, from: number, to: number): void {
    const { words, rows } = this.graph
    const { free, taken } = this
    for (let w = 0; w < words; w++) free[to + w] = (free[from + w] as number) & ~(rows[vertex * words + w] as number)
    const word = to + (vertex >> 5)
    const bit = 1 << (vertex & 31)
    free[word] = (free[word] as number) & ~bit
    taken[word] = (taken[word] as number) | bit
  }

  private record(at: number, sumMax: number, sumMin: number): boolean {
    if (sumMax < this.bestMax || (sumMax === this.bestMax && sumMin <= this.bestMin)) return false
    this.bestMax = sumMax
    this.bestMin = sumMin
    for (let w = 0; w < this.graph.words; w++) this.best[w] = this.taken[at + w] as number
    return sumMax > this.enoughMax || (sumMax === this.enoughMax && sumMin >= this.enoughMin)
  }

  /**
   * Whether the free vertices could lift the total over the best: they are covered by cliques, each of which pays its
   * lightest member's rest to all its members, until every vertex is paid; no set can weigh more than all payments.
   */
  private canReach(at: number, sumMax: number, sumMin: number): boolean {
    const { words, rows, max, min } = this.graph
    const { uncovered, common, clique, restMax, restMin, base } = this
    let reachMax = sumMax
    let reachMin = sumMin
    for (let word = 0; word < words; word++) {
      uncovered[word] = this.free[at + word] as number
      for (let bits = uncovered[word] as number; bits !== 0; bits &= bits - 1) {
        const vertex = word * 32 + lowest(bits)
        restMax[vertex] = max[vertex] as number
        restMin[vertex] = min[vertex] as number
      }
    }
    // Vertices stand heaviest first: the lightest pays first, and is paid off at once.
    for (let word = words - 1; word >= 0; word--) {
      while (uncovered[word] !== 0) {
        const vertex = word * 32 + 31 - Math.clz32(uncovered[word] as number)
        let length = 1
        clique[0] = vertex
        let payMax = restMax[vertex] as number
        let payMin = restMin[vertex] as number
        for (let w = 0; w <= word; w++) common[w] = (uncovered[w] as number) & (rows[vertex * words + w] as number)
        for (let w = 0; w <= word; w++) {
          while (common[w] !== 0) {
            const other = w * 32 + lowest(common[w] as number)
            clique[length++] = other
            if ((restMax[other] as number) < payMax || (restMax[other] === payMax && (restMin[other] as number) < payMin)) {
              payMax = restMax[other] as number
              payMin = restMin[other] as number
            }
            for (let x = w; x <= word; x++) common[x] = (common[x] as number) & (rows[other * words + x] as number)
          }
        }
        reachMax += payMax
        reachMin += payMin
        if (reachMin >= base) {
          reachMin -= base
          reachMax++
        }
        if (reachMax > this.bestMax || (reachMax === this.bestMax && reachMin > this.bestMin)) return true
        for (let index = 0; index < length; index++) {
          const one = clique[index] as number
          let low = (restMin[one] as number) - payMin
          let high = (restMax[one] as number) - payMax
          if (low < 0) {
            low += base
            high--
          }
          restMax[one] = high
          restMin[one] = low
          if (high === 0 && low === 0) uncovered[one >> 5] = (uncovered[one >> 5] as number) & ~(1 << (one & 31))
        }
      }
    }
    return false
  }
}
