import type { RegistryCompanies, RegistryCompany, RegistryEntry } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import { comeAgain } from '../../identity/waiting'
import type { RegisteredCompany } from '../../registry/registry'
import { takeOne } from '../../stores/identity-rates'

type World = Pick<Deps, 'companyRegistry' | 'database' | 'clock'>

const HOUR = 60 * 60 * 1000
const PER_HOUR = 30

/** Half at once and half over the hour, so that no hour sees more than 30. @returns milliseconds to wait; 0: none. */
export const takeLookUp = ({ database, clock }: World, personId: string): Promise<number> =>
  database.transaction((transaction) =>
    takeOne(transaction, { key: `registry ${personId}`, burst: PER_HOUR / 2, everyMs: HOUR / (PER_HOUR / 2) }, clock()),
  )

const NOT_BY_CODE = '登记机关没有查到这个代码，请对照营业执照看一遍；没有抄错的话，请自己填公司名称和区县'
const NOT_BY_NAME = '没有查到叫这个名称的公司，请换几个字再查，或者直接填统一社会信用代码'
const UNAVAILABLE = '现在查不了登记信息，请照着营业执照自己填，不影响登记'

const OPEN = /^(存续|在业|在营|开业|正常)/

function entryOf({ creditCode, name, region, registeredOn, status }: RegisteredCompany): RegistryEntry {
  const open = OPEN.test(status)
  return {
    creditCode,
    name,
    region: region ?? null,
    registeredOn: registeredOn ?? null,
    open,
    ...(!open && { note: `登记机关记录这家公司的状态是“${status}”，请先核对是不是要登记这一家` }),
  }
}

async function takeOrRefuse(world: World, personId: string): Promise<void> {
  const waitMs = await takeLookUp(world, personId)
  if (waitMs > 0) throw comeAgain('查得太频繁了', waitMs)
}

/** @throws {AppError} TOO_MANY_REQUESTS */
export async function lookUpByCode(world: World, personId: string, creditCode: string): Promise<RegistryCompany> {
  await takeOrRefuse(world, personId)
  const answer = await world.companyRegistry?.byCreditCode(creditCode)
  if (answer?.result === 'found') return { result: 'found', company: entryOf(answer.value) }
  if (answer?.result === 'not_found') return { result: 'not_found', message: NOT_BY_CODE }
  return { result: 'unavailable', message: UNAVAILABLE }
}

/** @throws {AppError} TOO_MANY_REQUESTS */
export async function lookUpByName(world: World, personId: string, name: string): Promise<RegistryCompanies> {
  await takeOrRefuse(world, personId)
  const answer = await world.companyRegistry?.byName(name)
  if (answer?.result === 'found') return { result: 'found', companies: answer.value.map(entryOf) }
  if (answer?.result === 'not_found') return { result: 'not_found', message: NOT_BY_NAME }
  return { result: 'unavailable', message: UNAVAILABLE }
}
