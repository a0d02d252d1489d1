import type { Fen } from '../money'
import type { ConflictGroup, MeasureId } from '../rules'
import type { Decision, Plan } from './answer'

interface Candidate {
  readonly id: MeasureId
  readonly max: Fen
  readonly min: Fen
  /** Numbers of the conflict groups it stands in; two candidates that share one exclude one another. */
  readonly groups: readonly number[]
}

/** Eligible and worth money: only these enter a plan. A sum nobody can name yet (一事一议) counts as 0. */
function candidatesOf(decisions: readonly Decision[], groups: readonly ConflictGroup[]): readonly Candidate[] {
  return decisions.flatMap(({ measureId, status, amount }) => {
    if (status !== 'eligible' || amount === null || amount.basis === 'unspecified') return []
    const inGroups = groups.flatMap((group, index) => (group.measures.includes(measureId) ? [index] : []))
    return [{ id: measureId, max: amount.maxFen ?? 0, min: amount.minFen ?? 0, groups: inGroups }]
  })
}

const conflict = (a: Candidate, b: Candidate): boolean => a.groups.some((group) => b.groups.includes(group))

/** Candidates that exclude one another, directly or through others; each part can be solved alone. */
function components(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const parts: Candidate[][] = []
  for (const candidate of candidates) {
    const touching = parts.filter((part) => part.some((other) => conflict(candidate, other)))
    for (const part of touching) parts.splice(parts.indexOf(part), 1)
    parts.push([...touching.flat(), candidate])
  }
  return parts
}

interface Best {
  max: Fen
  min: Fen
  chosen: readonly Candidate[]
}

/**
 * No more than this can still be added: of each conflict group at most one, so its largest.
 * A candidate in several groups is counted in the first only; one in none counts by itself.
 */
function bound(rest: readonly Candidate[], by: 'max' | 'min'): Fen {
  const largest = new Map<number, Fen>()
  let alone = 0
  for (const candidate of rest) {
    const group = candidate.groups[0]
    if (group === undefined) alone += candidate[by]
    else largest.set(group, Math.max(largest.get(group) ?? 0, candidate[by]))
  }
  return [...largest.values()].reduce((total, fen) => total + fen, alone)
}

function search(rest: readonly Candidate[], chosen: readonly Candidate[], max: Fen, min: Fen, best: Best): void {
  const [first, ...others] = rest
  if (first === undefined) {
    // Candidates are tried in the catalogue's order, taken before left out: of equals the first found stands first.
    if (max > best.max || (max === best.max && min > best.min)) Object.assign(best, { max, min, chosen })
    return
  }
  const reach = max + bound(rest, 'max')
  if (reach < best.max || (reach === best.max && min + bound(rest, 'min') <= best.min)) return
  const compatible = others.filter((other) => !conflict(first, other))
  search(compatible, [...chosen, first], max + first.max, min + first.min, best)
  if (compatible.length < others.length) search(others, chosen, max, min, best)
}

/**
 * The eligible measures with the greatest total ceiling of which no two pay for the same thing: exactly, not greedily.
 * Ties: the greater total floor, then the catalogue's order. Sums in fen.
 */
export function bestCombination(decisions: readonly Decision[], groups: readonly ConflictGroup[]): Plan {
  const candidates = candidatesOf(decisions, groups)
  const selected = new Set<Candidate>()
  for (const part of components(candidates)) {
    const inOrder = candidates.filter((candidate) => part.includes(candidate))
    const best: Best = { max: -1, min: -1, chosen: [] }
    search(inOrder, [], 0, 0, best)
    for (const candidate of best.chosen) selected.add(candidate)
  }
  const kept = candidates.filter((candidate) => selected.has(candidate))
  return {
    selected: kept.map((candidate) => candidate.id),
    minFen: kept.reduce((total, candidate) => total + candidate.min, 0),
    maxFen: kept.reduce((total, candidate) => total + candidate.max, 0),
    displaced: candidates
      .filter((candidate) => !selected.has(candidate))
      .map((candidate) => ({
        measureId: candidate.id,
        by: kept.filter((other) => conflict(candidate, other)).map((other) => other.id),
      })),
  }
}
