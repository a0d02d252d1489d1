import type { Consents, changeConsentContract } from '@suanhui/shared/api'
import type { z } from 'zod'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { invalidInput } from '../../errors'
import { noSuchCompany } from '../../middleware/member'
import { forgetCompany, keepCompany } from '../../stores/consenting-companies'
import { type ConsentRow, keepConsent, lockConsents, standingConsents, termsAgreedTo } from '../../stores/consents'
import type { Queries, Transaction } from '../../stores/database'
import { roleIn } from '../../stores/members'
import { factsOfCompany } from '../companies/facts-of-company'

type World = Pick<Deps, 'vault' | 'clock' | 'published'>
type Word = z.output<typeof changeConsentContract.body>

type Standing = Omit<ConsentRow, 'person_id'>

/** To be served, a person agrees by signing in; what they said of it later, in other words, stands over that. */
async function serviceConsent(queries: Queries, personId: string): Promise<Standing | undefined> {
  const terms = await termsAgreedTo(queries, personId)
  return terms && { purpose: 'service', company_id: null, given: true, ...terms }
}

/** What the person agreed to or took back; for a company the last word of any of its members counts. */
export async function listConsents(queries: Queries, personId: string): Promise<Consents> {
  const said: readonly Standing[] = await standingConsents(queries, personId)
  const atLogin = await serviceConsent(queries, personId)
  const later = atLogin && said.some(({ purpose, at }) => purpose === 'service' && at >= atLogin.at)
  const rows = atLogin === undefined || later ? said : [atLogin, ...said.filter(({ purpose }) => purpose !== 'service')]
  return {
    consents: rows.map(({ purpose, company_id, version, given, at }) => ({
      purpose,
      ...(company_id !== null && { companyId: company_id }),
      version,
      given,
      at: at.toISOString(),
    })),
  }
}

function checkWord({ purpose, companyId, given }: Word): void {
  const forCompany = purpose === 'proactive_matching'
  if (forCompany && companyId === undefined) {
    throw invalidInput([{ field: 'companyId', message: '请说明是替哪一家公司' }])
  }
  if (!forCompany && companyId !== undefined) {
    throw invalidInput([{ field: 'companyId', message: '这一项只和您本人有关，不用写公司' }])
  }
  // Without it there is nothing that may be kept: that is what deletion is for.
  if (purpose === 'service' && !given) {
    throw invalidInput([{ field: 'given', message: '不想再用了，请用“注销”：关于您的信息会全部删掉' }])
  }
}

const sameWord = (row: ConsentRow, { purpose, companyId, version, given }: Word): boolean =>
  row.purpose === purpose && row.company_id === (companyId ?? null) && row.version === version && row.given === given

async function follow(
  world: World,
  transaction: Transaction,
  companyId: string,
  given: boolean,
  at: Date,
): Promise<void> {
  if (!given) return forgetCompany(transaction, companyId)
  await keepCompany(transaction, { companyId, facts: await factsOfCompany(world, transaction, companyId) }, at)
}

/**
 * Keeps what the person agrees to or takes back; it counts from the commit on. The same word again changes nothing.
 * @throws {AppError} INVALID_INPUT; NOT_FOUND for a company that is not theirs.
 */
export async function changeConsent(
  world: World,
  transaction: Transaction,
  personId: string,
  word: Word,
): Promise<Consents> {
  checkWord(word)
  const { purpose, companyId, version, given } = word
  if (companyId !== undefined && (await roleIn(transaction, personId, companyId)) === undefined) throw noSuchCompany()
  await lockConsents(transaction, companyId ?? personId)
  const standing = await standingConsents(transaction, personId)
  if (standing.some((row) => sameWord(row, word))) return listConsents(transaction, personId)
  const at = world.clock()
  await keepConsent(transaction, { person_id: personId, purpose, company_id: companyId ?? null, version, given, at })
  if (companyId !== undefined) await follow(world, transaction, companyId, given, at)
  const consents = await listConsents(transaction, personId)
  await appendAudit(transaction, {
    at,
    actorId: personId,
    action: `consent.${given ? 'give' : 'withdraw'}`,
    subjectIds: companyId === undefined ? [personId] : [personId, companyId],
    outcome: 'done',
  })
  return consents
}
