import { addBit, type BitSet, dropBit, hasBit } from './bits'
import { type ConflictGraph, conflictGraph, partsOf, type Weighted } from './conflict-graph'
import { HeaviestSet } from './heaviest-set'

/**
 * Of each that is given, whether it belongs to the best choice in which no two share a group: the one with the greatest
 * total `max`, of these with the greatest total `min`, and of these the one that holds the earliest given, then the
 * earliest of the others, and so on.
 */
export function earliestBest(given: readonly Weighted[], groupCount: number): readonly boolean[] {
  const graph = conflictGraph(given, groupCount)
  const search = new HeaviestSet(graph)
  const all = new Int32Array(graph.words)
  for (let vertex = 0; vertex < graph.size; vertex++) addBit(all, vertex)
  const chosen = new Int32Array(graph.words)
  for (const part of partsOf(graph, all)) choose(graph, search, part, chosen)
  return given.map((_, place) => hasBit(chosen, graph.vertexOf[place] as number))
}

/** Solves one part; its choice joins `chosen`. */
function choose(graph: ConflictGraph, search: HeaviestSet, part: BitSet, chosen: BitSet): void {
  search.find(part)
  const best = search.best.slice()
  const free = part.slice()
  let { bestMax, bestMin } = search
  // In the order given: each that some best set holds beside those chosen before it. The best set that is known at the
  // time often says so; else a search does, which mostly ends at its first bound.
  for (const vertex of graph.vertexOf) {
    if (!hasBit(free, vertex)) continue
    dropBit(free, vertex)
    const restMax = bestMax - (graph.max[vertex] as number)
    const restMin = bestMin - (graph.min[vertex] as number)
    const compatible = without(graph, free, vertex)
    if (!hasBit(best, vertex)) {
      if (!search.reaches(compatible, restMax, restMin)) continue
      best.set(search.best)
    }
    addBit(chosen, vertex)
    free.set(compatible)
    bestMax = restMax
    bestMin = restMin
  }
}

/** The set less what a vertex excludes. */
function without({ words, rows }: ConflictGraph, set: BitSet, vertex: number): BitSet {
  const rest = new Int32Array(words)
  for (let word = 0; word < words; word++) rest[word] = (set[word] as number) & ~(rows[vertex * words + word] as number)
  return rest
}
