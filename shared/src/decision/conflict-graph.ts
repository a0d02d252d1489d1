import type { Fen } from '../money'
import { addBit, type BitSet, bitsIn, lowestBit } from './bits'

/** What a vertex of the graph is worth, and the conflict groups in which it stands. */
export interface Weighted {
  readonly max: Fen
  readonly min: Fen
  readonly groups: readonly number[]
}

/** Who excludes whom. Vertices are numbered heaviest first, whatever the order in which they were given. */
export interface ConflictGraph {
  readonly size: number
  /** 32-bit words of a set of vertices. */
  readonly words: number
  readonly max: Float64Array
  readonly min: Float64Array
  /** A set for each vertex, one after the other: those that it excludes. */
  readonly rows: BitSet
  /** Of each that was given, in that order: its vertex. */
  readonly vertexOf: Int32Array
}

const heaviestFirst = (a: Weighted, b: Weighted): number => b.max - a.max || b.min - a.min

/** Two that share a group exclude one another. */
export function conflictGraph(given: readonly Weighted[], groupCount: number): ConflictGraph {
  const size = given.length
  const words = (size + 31) >> 5
  const sorted = [...given.keys()].sort((a, b) => heaviestFirst(given[a] as Weighted, given[b] as Weighted) || a - b)
  const inOrder = sorted.map((place) => given[place] as Weighted)
  const vertexOf = new Int32Array(size)
  for (const [vertex, place] of sorted.entries()) vertexOf[place] = vertex
  const members = new Int32Array(groupCount * words)
  for (const [vertex, { groups }] of inOrder.entries())
    for (const group of groups) addBit(members, vertex, group * words)
  return {
    size,
    words,
    max: Float64Array.from(inOrder, (one) => one.max),
    min: Float64Array.from(inOrder, (one) => one.min),
    rows: rowsOf(inOrder, members, words),
    vertexOf,
  }
}

function rowsOf(inOrder: readonly Weighted[], members: BitSet, words: number): BitSet {
  const rows = new Int32Array(inOrder.length * words)
  for (const [vertex, { groups }] of inOrder.entries()) {
    for (const group of groups)
      for (let word = 0; word < words; word++)
        rows[vertex * words + word] =
          (rows[vertex * words + word] as number) | (members[group * words + word] as number)
    const own = vertex * words + (vertex >> 5)
    rows[own] = (rows[own] as number) & ~(1 << (vertex & 31))
  }
  return rows
}

/** Vertices that exclude one another, directly or through others: each part can be solved alone. */
export function partsOf(graph: ConflictGraph, all: BitSet): readonly BitSet[] {
  const { words } = graph
  const left = all.slice()
  const parts: BitSet[] = []
  for (let word = 0; word < words; word++) {
    while (left[word] !== 0) {
      const part = new Int32Array(words)
      addBit(part, word * 32 + lowestBit(left[word] as number))
      while (grow(graph, part, left));
      parts.push(part)
    }
  }
  return parts
}

/** Takes the part out of what is left, and its neighbours into the part. Answers whether it grew. */
function grow({ words, rows }: ConflictGraph, part: BitSet, left: BitSet): boolean {
  for (let word = 0; word < words; word++) left[word] = (left[word] as number) & ~(part[word] as number)
  let grown = 0
  for (let word = 0; word < words; word++) {
    for (let bits = part[word] as number; bits !== 0; bits &= bits - 1) {
      const row = (word * 32 + lowestBit(bits)) * words
      for (let w = 0; w < words; w++) {
        const found = (rows[row + w] as number) & (left[w] as number)
        grown |= found
        part[w] = (part[w] as number) | found
      }
    }
  }
  return grown !== 0
}

/** How many vertices of a set (that begins at word `at`) one excludes. */
export function degreeIn({ words, rows }: ConflictGraph, vertex: number, set: BitSet, at: number): number {
  let degree = 0
  for (let word = 0; word < words; word++)
    degree += bitsIn((set[at + word] as number) & (rows[vertex * words + word] as number))
  return degree
}
