import type { Fen } from '../money'
import type { ConflictGroup, MeasureId } from '../rules'
import type { Decision, Plan } from './answer'
import { earliestBest } from './earliest-best'

interface Candidate {
  readonly id: MeasureId
  readonly max: Fen
  readonly min: Fen
  /** Numbers of the conflict groups it stands in; two candidates that share one exclude one another. */
  readonly groups: readonly number[]
}

type GroupsOf = ReadonlyMap<MeasureId, readonly number[]>

const NONE: readonly number[] = []
const known = new WeakMap<readonly ConflictGroup[], GroupsOf>()

/** The groups of each measure, gathered once for a catalogue. */
function groupsOf(groups: readonly ConflictGroup[]): GroupsOf {
  const before = known.get(groups)
  if (before) return before
  const gathered = new Map<MeasureId, number[]>()
  for (const [number, { measures }] of groups.entries()) {
    for (const id of new Set(measures)) {
      const numbers = gathered.get(id)
      if (numbers) numbers.push(number)
      else gathered.set(id, [number])
    }
  }
  known.set(groups, gathered)
  return gathered
}

/** Eligible and worth money: only these enter a plan. A sum nobody can name yet (一事一议) counts as 0. */
function candidatesOf(decisions: readonly Decision[], groups: GroupsOf): Candidate[] {
  const candidates: Candidate[] = []
  for (const { measureId, status, amount } of decisions) {
    if (status !== 'eligible' || amount === null || amount.basis === 'unspecified') continue
    candidates.push({
      id: measureId,
      max: amount.maxFen ?? 0,
      min: amount.minFen ?? 0,
      groups: groups.get(measureId) ?? NONE,
    })
  }
  return candidates
}

/** Whether any two share a group; mostly none do, and there is nothing to search. */
function anyConflict(candidates: readonly Candidate[]): boolean {
  let seen: Set<number> | undefined
  for (const { groups } of candidates) {
    for (const group of groups) {
      seen ??= new Set()
      if (seen.has(group)) return true
      seen.add(group)
    }
  }
  return false
}

const conflict = (a: Candidate, b: Candidate): boolean => a.groups.some((group) => b.groups.includes(group))

function planOf(kept: readonly Candidate[], displaced: Plan['displaced']): Plan {
  let minFen = 0
  let maxFen = 0
  for (const { min, max } of kept) {
    minFen += min
    maxFen += max
  }
  return { selected: kept.map((candidate) => candidate.id), minFen, maxFen, displaced }
}

/**
 * The eligible measures with the greatest total ceiling of which no two pay for the same thing: exactly, not greedily.
 * Ties: the greater total floor, then the catalogue's order. Sums in fen.
 */
export function bestCombination(decisions: readonly Decision[], groups: readonly ConflictGroup[]): Plan {
  const candidates = candidatesOf(decisions, groupsOf(groups))
  if (!anyConflict(candidates)) return planOf(candidates, [])
  const chosen = earliestBest(candidates, groups.length)
  const kept = candidates.filter((_, place) => chosen[place])
  const displaced = candidates
    .filter((_, place) => !chosen[place])
    .map((candidate) => ({
      measureId: candidate.id,
      by: kept.filter((other) => conflict(candidate, other)).map((other) => other.id),
    }))
  return planOf(kept, displaced)
}
