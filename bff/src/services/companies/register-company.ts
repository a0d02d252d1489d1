import { hasRightCheckCharacter } from '@suanhui/shared/credit-code'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import type { Transaction } from '../../stores/database'
import { sealProfile } from './profile-store'

interface NewCompany {
  readonly creditCode: string
  readonly name: string
  readonly region: string
  readonly confirmCheckDigit?: true
}

/**
 * Makes the company, with the person as its owner.
 * @returns its id.
 * @throws {AppError} INVALID_INPUT where the check digit is wrong and nobody looked again; CONFLICT where it is there.
 */
export async function registerCompany(
  world: Pick<Deps, 'vault' | 'clock' | 'newId'>,
  transaction: Transaction,
  personId: string,
  { creditCode, name, region, confirmCheckDigit }: NewCompany,
): Promise<string> {
  if (!hasRightCheckCharacter(creditCode) && confirmCheckDigit !== true) {
    const message = '这个代码可能抄错了一位，请对照营业执照看一遍；没有抄错的话，点“没有抄错”再交'
    throw invalidInput([{ field: 'creditCode', message }])
  }
  const companyId = world.newId()
  const made = await transaction
    .insertInto('companies')
    .values({ id: companyId, credit_code: creditCode, name, region })
    .onConflict((conflict) => conflict.column('credit_code').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) {
    throw new AppError('CONFLICT', '这家公司已经有人登记，请让负责人邀请你，或者申请人工核实')
  }
  const at = world.clock()
  await transaction
    .insertInto('company_members')
    .values({ company_id: companyId, person_id: personId, role: 'owner' })
    .execute()
  const profile = await sealProfile(world, transaction, companyId, {})
  await transaction
    .insertInto('company_profiles')
    .values({ company_id: companyId, version: 1, source: 'person', profile, updated_at: at })
    .execute()
  await appendAudit(transaction, {
    at,
    actorId: personId,
    action: 'company.register',
    subjectIds: [companyId],
    outcome: 'done',
  })
  return companyId
}
