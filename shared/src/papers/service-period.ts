import { daysIn, earlierOf, type IsoDate, isIsoDate, laterOf } from '../date'
import { dateOf, numberOf, type Paper, type PaperLine, textOf } from './paper'
import { alike, closest, partyOf, sellerOn } from './parties'
import { sameParty } from './same-party'

export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** When a line of an invoice was served, and which paper says so. */
export interface ServicePeriod extends Period {
  readonly by: 'line' | 'bill' | 'contract' | 'issue date'
}

function period(from: string | undefined, to: string | undefined): Period | undefined {
  return isIsoDate(from) && isIsoDate(to) && from <= to ? { from, to } : undefined
}

/** The service period printed on a contract or a bill. */
export const periodOn = (paper: Paper): Period | undefined => period(dateOf(paper, 'startsOn'), dateOf(paper, 'endsOn'))

const spanning = (periods: readonly Period[]): Period | undefined =>
  periods.length === 0
    ? undefined
    : periods.reduce((all, next) => ({ from: earlierOf(all.from, next.from), to: laterOf(all.to, next.to) }))

/** The contracts of an invoice's seller. */
export function contractsOf(invoice: Paper, contracts: readonly Paper[]): readonly Paper[] {
  const seller = partyOf(sellerOn(invoice))
  return seller === undefined ? [] : contracts.filter((contract) => alike(sameParty(sellerOn(contract), seller)))
}

/** The bill of the same provider over the same sum. */
function billOf(invoice: Paper, bills: readonly Paper[]): Period | undefined {
  const seller = partyOf(sellerOn(invoice))
  const total = numberOf(invoice, 'totalFen')
  if (seller === undefined || total === undefined) return undefined
  const periods = bills
    .filter((bill) => numberOf(bill, 'totalFen') === total)
    .filter((bill) => alike(closest({ name: textOf(bill, 'providerName') ?? '' }, [seller]).sameness))
    .flatMap((bill) => periodOn(bill) ?? [])
  return periods.length === 1 ? periods[0] : undefined
}

/** With several contracts those that ran when the invoice was made out, and all where none did. */
function contractPeriod(invoice: Paper, contracts: readonly Paper[]): Period | undefined {
  const periods = contractsOf(invoice, contracts).flatMap((contract) => periodOn(contract) ?? [])
  const issuedOn = dateOf(invoice, 'issuedOn')
  const running = periods.filter(({ from, to }) => issuedOn !== undefined && from <= issuedOn && issuedOn <= to)
  return spanning(running.length > 0 ? running : periods)
}

/** The closest that the papers say: the line itself, else the bill, else the contract, else the day of the invoice. */
export function servicePeriodOf(
  line: PaperLine | undefined,
  invoice: Paper,
  others: { readonly contracts: readonly Paper[]; readonly bills: readonly Paper[] },
): ServicePeriod | undefined {
  const onLine = period(line?.from, line?.to)
  if (onLine) return { ...onLine, by: 'line' }
  const onBill = billOf(invoice, others.bills)
  if (onBill) return { ...onBill, by: 'bill' }
  const onContract = contractPeriod(invoice, others.contracts)
  if (onContract) return { ...onContract, by: 'contract' }
  const issuedOn = dateOf(invoice, 'issuedOn')
  return issuedOn === undefined ? undefined : { from: issuedOn, to: issuedOn, by: 'issue date' }
}

/** Days inside the window and in all; without a window all of them are inside. */
export function daysInside(
  served: Period,
  window: Period | undefined,
): { readonly inside: number; readonly all: number } {
  const all = daysIn(served.from, served.to)
  if (window === undefined) return { inside: all, all }
  return { inside: daysIn(laterOf(served.from, window.from), earlierOf(served.to, window.to)), all }
}
