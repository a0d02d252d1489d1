import type { Fen } from '../money'
import { addBit, type BitSet, dropBit, lowestBit } from './bits'
import { CliqueCover } from './clique-cover'
import { type ConflictGraph, degreeIn } from './conflict-graph'

/**
 * The exact search for vertices, no two of which exclude one another, with the greatest total `max`, and of these with
 * the greatest total `min`. Branch and bound: what surely belongs to a best set is taken, what the clique cover rules
 * out is left, else the vertex with most conflicts is tried in and out.
 */
export class HeaviestSet {
  private readonly cover: CliqueCover
  /** A set for each depth of the search, one after the other: vertices still free, and those taken. */
  private readonly free: BitSet
  private readonly taken: BitSet
  private enoughMax: Fen = 0
  private enoughMin: Fen = 0
  /** The best total so far, and its vertices once a set was found. */
  bestMax: Fen = 0
  bestMin: Fen = 0
  readonly best: BitSet

  constructor(private readonly graph: ConflictGraph) {
    const { size, words } = graph
    this.cover = new CliqueCover(graph)
    this.free = new Int32Array((size + 1) * words)
    this.taken = new Int32Array((size + 1) * words)
    this.best = new Int32Array(words)
  }

  /** The heaviest set among the given vertices: into `best`, `bestMax` and `bestMin`. */
  find(among: BitSet): void {
    this.start(among, -1, 0)
    this.enoughMax = Number.POSITIVE_INFINITY
    this.search(0, 0, 0)
  }

  /** Whether the given vertices can come to that total, or to more; if so, a set that does stands in `best`. */
  reaches(among: BitSet, max: Fen, min: Fen): boolean {
    this.start(among, max, min - 1)
    this.enoughMax = max
    this.enoughMin = min
    return this.search(0, 0, 0)
  }

  private start(among: BitSet, max: Fen, min: Fen): void {
    this.bestMax = max
    this.bestMin = min
    this.free.set(among)
    this.taken.fill(0, 0, this.graph.words)
  }

  /** Answers whether it found enough, so that nobody searches on. */
  private search(at: number, sumMax: Fen, sumMin: Fen): boolean {
    const branch = this.reduce(at)
    const { words, max, min } = this.graph
    const nowMax = sumMax + this.addedMax
    const nowMin = sumMin + this.addedMin
    if (branch < 0) return this.record(at, nowMax, nowMin)
    if (!this.cover.exceeds(this.free, at, this.bestMax - nowMax, this.bestMin - nowMin)) return false
    const next = at + words
    this.descend(at, next)
    this.take(branch, next)
    if (this.search(next, nowMax + (max[branch] as number), nowMin + (min[branch] as number))) return true
    this.descend(at, next)
    dropBit(this.free, branch, next)
    return this.search(next, nowMax, nowMin)
  }

  private descend(at: number, next: number): void {
    for (let word = 0; word < this.graph.words; word++) {
      this.free[next + word] = this.free[at + word] as number
      this.taken[next + word] = this.taken[at + word] as number
    }
  }

  private addedMax: Fen = 0
  private addedMin: Fen = 0

  /**
   * Takes vertices that some best set holds for sure, and sums them up. Answers with the free vertex that excludes
   * most others; -1 where none is left.
   */
  private reduce(at: number): number {
    const { free, graph } = this
    let branch = -1
    this.addedMax = 0
    this.addedMin = 0
    for (let again = true; again; ) {
      again = false
      branch = -1
      let most = 0
      for (let word = 0; word < graph.words; word++) {
        for (let bits = free[at + word] as number; bits !== 0; bits &= bits - 1) {
          const vertex = word * 32 + lowestBit(bits)
          const degree = degreeIn(graph, vertex, free, at)
          if (degree === 0 || this.outweighsNeighbours(vertex, at)) {
            this.addedMax += graph.max[vertex] as number
            this.addedMin += graph.min[vertex] as number
            this.take(vertex, at)
            // Its neighbours of this word are no longer to be looked at; itself goes with the loop's own step.
            bits &= (free[at + word] as number) | (1 << (vertex & 31))
            if (degree > 0) again = true
          } else if (degree > most) {
            most = degree
            branch = vertex
          }
        }
      }
    }
    return branch
  }

  /** Whether a vertex is worth at least as much as all its free neighbours together. */
  private outweighsNeighbours(vertex: number, at: number): boolean {
    const { words, rows, max, min } = this.graph
    let overMax = max[vertex] as number
    let overMin = min[vertex] as number
    for (let w = 0; w < words; w++) {
      for (
        let bits = (this.free[at + w] as number) & (rows[vertex * words + w] as number);
        bits !== 0;
        bits &= bits - 1
      ) {
        const other = w * 32 + lowestBit(bits)
        overMax -= max[other] as number
        overMin -= min[other] as number
        if (overMax < 0) return false
      }
    }
    return overMax > 0 || overMin >= 0
  }

  private take(vertex: number, at: number): void {
    const { words, rows } = this.graph
    for (let word = 0; word < words; word++)
      this.free[at + word] = (this.free[at + word] as number) & ~(rows[vertex * words + word] as number)
    dropBit(this.free, vertex, at)
    addBit(this.taken, vertex, at)
  }

  private record(at: number, sumMax: Fen, sumMin: Fen): boolean {
    if (sumMax < this.bestMax || (sumMax === this.bestMax && sumMin <= this.bestMin)) return false
    this.bestMax = sumMax
    this.bestMin = sumMin
    for (let word = 0; word < this.graph.words; word++) this.best[word] = this.taken[at + word] as number
    return sumMax > this.enoughMax || (sumMax === this.enoughMax && sumMin >= this.enoughMin)
  }
}
