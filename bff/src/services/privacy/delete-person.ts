import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import type { Transaction } from '../../stores/database'
import { forgetIdentity, retirePerson } from '../../stores/identity-people'
import { keysOfFile } from '../../uploads/keys'
import { companyErasers } from './company-erasers'
import { personErasers } from './person-erasers'

type World = Pick<Deps, 'database' | 'vault' | 'accessTokens' | 'papers' | 'clock' | 'log'>

interface Gone {
  readonly endedSessions: readonly string[]
  readonly blobKeys: readonly string[]
}

const NOTHING: Gone = { endedSessions: [], blobKeys: [] }

/** Held until the transaction ends, always in one order: of two owners who leave at once, the second is the last. */
async function lockCompaniesOf(transaction: Transaction, personId: string) {
  return transaction
    .selectFrom('companies')
    .select(['id', 'name'])
    .where('id', 'in', (from) =>
      from.selectFrom('company_members').select('company_id').where('person_id', '=', personId),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** @returns the companies in which there is nobody else. @throws {AppError} CONFLICT where others need an owner first. */
async function companiesThatGo(transaction: Transaction, personId: string): Promise<readonly string[]> {
  const going: string[] = []
  const waiting: string[] = []
  for (const { id, name } of await lockCompaniesOf(transaction, personId)) {
    const others = await transaction
      .selectFrom('company_members')
      .select('role')
      .where('company_id', '=', id)
      .where('person_id', '!=', personId)
      .execute()
    if (others.length === 0) going.push(id)
    else if (!others.some(({ role }) => role === 'owner') && (await isOwner(transaction, personId, id))) {
      waiting.push(name)
    }
  }
  if (waiting.length > 0) {
    throw new AppError(
      'CONFLICT',
      `您是${waiting.join('、')}唯一的负责人，公司里还有别人。请先在“成员”里请一位做负责人，再来注销`,
    )
  }
  return going
}

async function isOwner(transaction: Transaction, personId: string, companyId: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('company_members')
    .select('role')
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.role === 'owner'
}

/** @returns where the bytes of its files lie, which are to be removed. */
async function eraseCompany(world: World, transaction: Transaction, companyId: string): Promise<readonly string[]> {
  const files = await transaction
    .selectFrom('files')
    .select(['id', 'sheets'])
    .where('company_id', '=', companyId)
    .execute()
  for (const { erase } of companyErasers) await erase(transaction, companyId, world)
  await world.vault.destroyKey(transaction, { kind: 'company', id: companyId })
  return files.flatMap(({ id, sheets }) => keysOfFile(id, sheets?.length))
}

async function erasePerson(world: World, transaction: Transaction, personId: string): Promise<Gone> {
  const person = await transaction
    .selectFrom('people')
    .select('deleted_at')
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (person === undefined || person.deleted_at !== null) return NOTHING
  const companyIds = await companiesThatGo(transaction, personId)
  const blobKeys: string[] = []
  for (const id of companyIds) blobKeys.push(...(await eraseCompany(world, transaction, id)))
  for (const { erase } of personErasers) await erase(transaction, personId, world)
  const endedSessions = await forgetIdentity(transaction, personId)
  await world.vault.destroyKey(transaction, { kind: 'person', id: personId })
  const at = world.clock()
  await retirePerson(transaction, personId, at)
  const entry = { at, actorId: personId, outcome: 'done' } as const
  await appendAudit(transaction, { ...entry, action: 'person.delete', subjectIds: [personId, ...companyIds] })
  return { endedSessions, blobKeys }
}

/** The rows and the key are gone already, so no one can read the bytes: what fails here is left to the daily sweep. */
async function removeBytes({ papers, log }: World, blobKeys: readonly string[]): Promise<void> {
  try {
    for (const key of blobKeys) await papers.blobs.delete(key)
  } catch (err) {
    log.warn({ err }, 'bytes of a deleted company are left to the sweep')
  }
}

/**
 * Deletes a person for good: identity, memberships, messages and key; and each company in which there is nobody else,
 * with its key. Left are ids: in the audit, in what platforms hold, and in what the person made for a company that
 * stays. Their tokens are refused from the commit on, in other processes within a minute.
 * @throws {AppError} CONFLICT where the person is the only owner of a company with other members.
 */
export async function deletePerson(world: World, personId: string): Promise<void> {
  const { endedSessions, blobKeys } = await world.database.transaction((transaction) =>
    erasePerson(world, transaction, personId),
  )
  for (const sessionId of endedSessions) world.accessTokens.sessionEnded({ personId, sessionId })
  if (blobKeys.length > 0) await removeBytes(world, blobKeys)
}
