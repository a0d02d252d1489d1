import type { BodyOf, CompanyDetail, CompanyDraft, changeCompanyContract } from '@suanhui/shared/api'
import type { FieldError } from '@suanhui/shared/error'
import { isResidentNumber } from '@suanhui/shared/forms'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import type { Transaction } from '../../stores/database'
import { hearFromPerson } from './change-facts'
import { companyInFull } from './describe-company'
import { lockCompany } from './facts-store'
import { sealProfile } from './profile-store'

type World = Pick<Deps, 'vault' | 'clock' | 'published'>
type Member = { readonly companyId: string; readonly personId: string }

const isGiven = ([, value]: readonly [string, unknown]): boolean => value !== null && value !== undefined

/** The draft over what is there; `null` takes a field away. Keys keep one order, so that equal profiles look equal. */
const merged = (before: CompanyDraft, draft: CompanyDraft): CompanyDraft =>
  Object.fromEntries(
    Object.entries({ ...before, ...draft })
      .filter(isGiven)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Who says no kind means the identity card: nearly everyone does. */
function numberProblem(
  field: string,
  kind: string | null | undefined,
  number: string | null | undefined,
): FieldError[] {
  if (number === null || number === undefined) return []
  if ((kind ?? 'id_card') === 'id_card') {
    const message = '身份证号是18位，这个号码不对，请对照身份证看一遍；不是身份证的，请先选证件种类'
    return isResidentNumber(number) ? [] : [{ field, message }]
  }
  const fits = /^[0-9A-Z\p{Script=Han}（）()-]{5,30}$/u.test(number)
  return fits ? [] : [{ field, message: '证件号不对，请对照证件看一遍' }]
}

function refuseWrongNumbers(profile: CompanyDraft): void {
  const problems = [
    ...numberProblem('legalIdNumber', profile.legalIdKind, profile.legalIdNumber),
    ...numberProblem('contactIdNumber', profile.contactIdKind, profile.contactIdNumber),
  ]
  if (problems.length > 0) throw invalidInput(problems)
}

/**
 * Changes what a company says of itself. Whoever repeats a change that was made already, because its answer was lost,
 * gets that answer.
 * @throws {AppError} CONFLICT where somebody else was faster, INVALID_INPUT where a number of a person is wrong.
 */
export async function changeCompany(
  world: World,
  transaction: Transaction,
  { companyId, personId }: Member,
  { version, name, region, ...draft }: BodyOf<typeof changeCompanyContract>,
): Promise<CompanyDetail> {
  await lockCompany(transaction, companyId)
  const before = await companyInFull(world, transaction, { companyId, personId })
  const profile = merged(before.profile, draft)
  const after = { name: name ?? before.name, region: region ?? before.region, profile }
  const old = { name: before.name, region: before.region, profile: merged(before.profile, {}) }
  if (JSON.stringify(after) !== JSON.stringify(old)) {
    if (version !== before.version) throw new AppError('CONFLICT', '别人刚刚改过公司的情况，请重新打开再改')
    refuseWrongNumbers(profile)
    await keep(world, transaction, { companyId, personId }, { ...after, version: before.version + 1 })
    if (region !== undefined && region !== before.region) {
      await hearFromPerson(world, transaction, { companyId, personId, facts: { 'company.region': region } })
    }
  }
  const answer = await companyInFull(world, transaction, { companyId, personId })
  await appendAudit(transaction, {
    at: world.clock(),
    actorId: personId,
    action: 'company.change',
    subjectIds: [companyId],
    outcome: 'done',
  })
  return answer
}

interface Changed {
  readonly name: string
  readonly region: string | null
  readonly profile: CompanyDraft
  readonly version: number
}

async function keep(
  world: World,
  transaction: Transaction,
  { companyId }: Member,
  { name, region, profile, version }: Changed,
): Promise<void> {
  await transaction.updateTable('companies').set({ name, region }).where('id', '=', companyId).execute()
  const values = {
    version,
    profile: await sealProfile(world, transaction, companyId, profile),
    updated_at: world.clock(),
  }
  await transaction
    .insertInto('company_profiles')
    .values({ company_id: companyId, source: 'person', ...values })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(values))
    .execute()
}
