import type { CompanyFacts } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { type FactValues, isInterval } from '@suanhui/shared/facts'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import type { Transaction } from '../../stores/database'
import { describeFacts } from './facts-of-company'
import { loadFacts, lockCompany, saveFacts } from './facts-store'
import { type Heard, hearFacts } from './hear-facts'

type World = Pick<Deps, 'vault' | 'clock' | 'published'>

interface Said {
  readonly companyId: string
  readonly personId: string
  readonly facts: FactValues
}

/** Keeps what a person says of their company, over whatever was known. Facts are checked before. */
export async function hearFromPerson(
  world: World,
  transaction: Transaction,
  { companyId, personId, facts }: Said,
): Promise<void> {
  const at = world.clock()
  const heard: Record<string, Heard> = {}
  for (const [id, value] of Object.entries(facts)) {
    if (value === undefined || (value !== null && isInterval(value))) continue
    heard[id] = {
      value: typeof value === 'object' && value !== null ? [...value] : value,
      source: 'person',
      knownOn: shanghaiDay(at),
      updatedAt: at.toISOString(),
      updatedBy: personId,
    }
  }
  await lockCompany(transaction, companyId)
  const known = hearFacts(await loadFacts(world, transaction, companyId), heard)
  await saveFacts(world, transaction, companyId, known, at)
}

/** A person's answers, kept and audited. @returns everything that is known now. @throws {AppError} NOT_FOUND */
export async function changeFacts(world: World, transaction: Transaction, said: Said): Promise<CompanyFacts> {
  await hearFromPerson(world, transaction, said)
  const answer = await describeFacts(world, transaction, said.companyId)
  await appendAudit(transaction, {
    at: world.clock(),
    actorId: said.personId,
    action: 'company.facts.change',
    subjectIds: [said.companyId],
    outcome: 'done',
  })
  return answer
}
