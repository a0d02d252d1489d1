import type { CompanyDraft } from '@suanhui/shared/api'
import { hasRightCheckCharacter } from '@suanhui/shared/credit-code'
import { shanghaiDay } from '@suanhui/shared/date'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import type { RegisteredCompany } from '../../registry/registry'
import type { Transaction } from '../../stores/database'
import { factsOfRegistered } from '../registry/facts-of-registered'
import { hearFromPerson } from './change-facts'
import { sealProfile } from './profile-store'
import { takeRegistering } from './registering-share'
import { suggestFacts } from './suggest-facts'

/** Somebody registered it; nobody learns who. */
export class CompanyTakenError extends AppError {
  constructor() {
    super('CONFLICT', '这家公司已经有人登记，请让负责人邀请你，或者申请人工核实')
  }
}

interface NewCompany {
  readonly creditCode: string
  readonly name: string
  readonly region: string
  readonly confirmCheckDigit?: true
}

type World = Pick<Deps, 'vault' | 'clock' | 'newId' | 'published'>

const profileOf = (registered: RegisteredCompany | undefined): CompanyDraft => ({
  ...(registered?.registeredOn !== undefined && { registeredOn: registered.registeredOn }),
  ...(registered?.legalName !== undefined && { legalName: registered.legalName }),
  ...(registered?.businessScope !== undefined && { businessScope: registered.businessScope }),
})

interface First {
  readonly companyId: string
  readonly personId: string
  readonly region: string
}

/** What the registry says; and the region as the person chose it, where it does not say the same. */
async function keepFirstFacts(
  world: World,
  transaction: Transaction,
  { companyId, personId, region }: First,
  registered: RegisteredCompany | undefined,
): Promise<void> {
  if (registered !== undefined) {
    const heard = { source: 'registry', knownOn: shanghaiDay(world.clock()) } as const
    await suggestFacts(transaction, world, companyId, { ...heard, facts: factsOfRegistered(registered) })
  }
  if (registered?.region === region) return
  await hearFromPerson(world, transaction, { companyId, personId, facts: { 'company.region': region } })
}

/**
 * Makes the company, with the person as its owner: as the registry has it, where that was asked and knows it.
 * @returns its id.
 * @throws {AppError} INVALID_INPUT where the check digit is wrong and nobody looked again; TOO_MANY_REQUESTS;
 * @throws {CompanyTakenError} it is there: then the caller has it counted, for nothing of this transaction stays.
 */
export async function registerCompany(
  world: World,
  transaction: Transaction,
  personId: string,
  { creditCode, name, region, confirmCheckDigit }: NewCompany,
  registered: RegisteredCompany | undefined,
): Promise<string> {
  if (!hasRightCheckCharacter(creditCode) && confirmCheckDigit !== true) {
    const message = '这个代码可能抄错了一位，请对照营业执照看一遍；没有抄错的话，点“没有抄错”再交'
    throw invalidInput([{ field: 'creditCode', message }])
  }
  await takeRegistering(transaction, world, personId)
  const companyId = world.newId()
  const made = await transaction
    .insertInto('companies')
    .values({ id: companyId, credit_code: creditCode, name: registered?.name ?? name, region })
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) {
    throw new CompanyTakenError()
  }
  const at = world.clock()
  await transaction
    .insertInto('company_members')
    .values({ company_id: companyId, person_id: personId, role: 'owner', joined_at: at })
    .execute()
  const profile = await sealProfile(world, transaction, companyId, profileOf(registered))
  const source = registered === undefined ? 'person' : 'registry'
  await transaction
    .insertInto('company_profiles')
    .values({ company_id: companyId, version: 1, source, profile, updated_at: at })
    .execute()
  await keepFirstFacts(world, transaction, { companyId, personId, region }, registered)
  await appendAudit(transaction, {
    at,
    actorId: personId,
    action: 'company.register',
    subjectIds: [companyId],
    outcome: 'done',
  })
  return companyId
}
