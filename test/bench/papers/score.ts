import { mergeReadings } from '@suanhui/bff/services/papers/merge-readings'
import type { Reading } from '@suanhui/shared/papers'
import type { BenchPaper, Corpus } from './corpus'
import type { FileRead } from './measured'

/** One paper: what had to be read, and what was. */
export interface ScoredPaper {
  readonly paper: BenchPaper
  readonly reading: Reading
  /** Nothing was wrong with its pictures. */
  readonly passed: boolean
}

export interface Score {
  readonly fields: number
  readonly right: number
  /** Right, or a name that is two characters off at most: what the company's profile or the registry puts right. */
  readonly rightByProfile: number
  readonly verified: number
  readonly verifiedWrong: readonly string[]
}

/** Pages of a paper together, as the server puts them together. */
export function scored({ papers }: Corpus, reads: readonly FileRead[]): readonly ScoredPaper[] {
  return papers.flatMap((paper) => {
    const [first, ...rest] = reads.filter((read) => read.paper === paper.id).map(({ reading }) => reading)
    if (!first) return []
    const reading = mergeReadings([first, ...rest])
    return [{ paper, reading, passed: reading.pages.every(({ problems }) => problems.length === 0) }]
  })
}

/** How many single characters have to be changed, put in or left out (Levenshtein). */
export function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, character] of [...one].entries()) {
    const next = [at + 1]
    for (let index = 0; index < other.length; index++) {
      const change = (row[index] ?? 0) + (other[index] === character ? 0 : 1)
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

const isNear = (name: string, value: unknown, truth: string | number): boolean =>
  name.endsWith('Name') && typeof value === 'string' && typeof truth === 'string' && edits(value, truth) <= 2

/** Of these fields, or of all. */
export function scoreOf(papers: readonly ScoredPaper[], names?: readonly string[]): Score {
  const score = { fields: 0, right: 0, rightByProfile: 0, verified: 0 }
  const verifiedWrong: string[] = []
  for (const { paper, reading } of papers) {
    for (const [name, truth] of Object.entries(paper.truth)) {
      if (names && !names.includes(name)) continue
      const field = reading.fields[name]
      const right = field?.value === truth
      score.fields++
      if (right) score.right++
      if (right || isNear(name, field?.value, truth)) score.rightByProfile++
      if (field?.status !== 'verified') continue
      score.verified++
      if (!right) verifiedWrong.push(`${paper.id} ${name}: ${field.value} is ${truth}`)
    }
  }
  return { ...score, verifiedWrong }
}
