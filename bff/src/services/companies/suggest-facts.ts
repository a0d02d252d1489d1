import type { IsoDate } from '@suanhui/shared/date'
import { checkFact, type FactValues, isInterval } from '@suanhui/shared/facts'
import type { Deps } from '../../deps'
import type { Transaction } from '../../stores/database'
import { loadFacts, lockCompany, saveFacts } from './facts-store'
import { type Heard, hearFacts } from './hear-facts'

type World = Pick<Deps, 'vault' | 'clock' | 'published'>

export interface SuggestedFacts {
  readonly source: 'registry' | 'paper'
  /** The paper's id. */
  readonly sourceId?: string
  /** The day on which it was so, Asia/Shanghai. */
  readonly knownOn: IsoDate
  readonly facts: FactValues
}

/**
 * Keeps what a paper or the registry says of a company. What a person answered stays; where this differs it is kept
 * beside it, as a suggestion. What the catalogue cannot take, or is unknown there, is left out.
 * The act it belongs to is audited by its caller. @throws {AppError} NOT_FOUND
 */
export async function suggestFacts(
  transaction: Transaction,
  world: World,
  companyId: string,
  { source, sourceId, knownOn, facts }: SuggestedFacts,
): Promise<void> {
  const updatedAt = world.clock()
  const table = world.published.catalogue.facts
  const heard: Record<string, Heard> = {}
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined || value === null || isInterval(value) || checkFact(table, id, value)) continue
    heard[id] = {
      value: typeof value === 'object' ? [...value] : value,
      source,
      ...(sourceId !== undefined && { sourceId }),
      knownOn,
      updatedAt: updatedAt.toISOString(),
    }
  }
  if (Object.keys(heard).length === 0) return
  await lockCompany(transaction, companyId)
  const known = hearFacts(await loadFacts(world, transaction, companyId), heard)
  await saveFacts(world, transaction, companyId, known, updatedAt)
}
