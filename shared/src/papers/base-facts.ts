import type { IsoDate } from '../date'
import type { FactId } from '../facts'
import type { Fen } from '../money'
import type { Given } from './checks/check'
import { duplicatesOf } from './duplicates'
import type { InvoicePart } from './invoice-split'
import { dateOf, numberOf, type Paper } from './paper'
import { periodOn } from './service-period'
import type { Settled } from './settlement'

/** A fact the papers tell, and which papers tell it. */
export interface BaseFact {
  readonly fact: FactId
  readonly value: number | string
  readonly paperIds: readonly string[]
}

interface Sums {
  readonly baseFen: Fen
  readonly settledFen: Fen
  readonly excludedFen: Fen
}

interface Split {
  readonly settled: Settled
  readonly parts: readonly InvoicePart[]
}

const ids = (papers: readonly Paper[]): readonly string[] => papers.map((paper) => paper.id)

/** Last year's purchases, or this year's where there were none last year: as the question asks for them. */
function annualPurchase(split: readonly Split[], today: IsoDate): readonly BaseFact[] {
  const thisYear = Number(today.slice(0, 4))
  for (const year of [thisYear - 1, thisYear]) {
    const bought = split.filter(({ settled }) => dateOf(settled.invoice, 'issuedOn')?.startsWith(`${year}-`))
    if (bought.length === 0) continue
    const value = bought.reduce((sum, { settled, parts }) => {
      const excluded = parts.reduce((fen, part) => fen + (part.excluded === undefined ? 0 : part.grossFen), 0)
      return sum + Math.max(0, settled.netFen - excluded)
    }, 0)
    return [{ fact: 'compute.annualPurchaseFen', value, paperIds: ids(bought.map(({ settled }) => settled.invoice)) }]
  }
  return []
}

const earliest = (dates: readonly IsoDate[]): IsoDate | undefined => [...dates].sort()[0]
const latest = (dates: readonly IsoDate[]): IsoDate | undefined => [...dates].sort().at(-1)

function dated(fact: FactId, value: IsoDate | undefined, papers: readonly Paper[]): readonly BaseFact[] {
  return value === undefined ? [] : [{ fact, value, paperIds: ids(papers) }]
}

function contractFacts(contracts: readonly Paper[]): readonly BaseFact[] {
  const priced = contracts.filter((contract) => numberOf(contract, 'totalFen') !== undefined)
  const signed = contracts.flatMap((contract) => dateOf(contract, 'signedOn') ?? [])
  const periods = contracts.flatMap((contract) => periodOn(contract) ?? [])
  const amount = priced.reduce((sum, contract) => sum + (numberOf(contract, 'totalFen') ?? 0), 0)
  return [
    ...(priced.length > 0
      ? [{ fact: 'compute.contractAmountFen' as const, value: amount, paperIds: ids(priced) }]
      : []),
    // The filing that is due first is the one to be reminded of.
    ...dated('compute.contractSignedOn', earliest(signed), contracts),
    ...dated('compute.serviceStart', earliest(periods.map(({ from }) => from)), contracts),
    ...dated('compute.serviceEnd', latest(periods.map(({ to }) => to)), contracts),
  ]
}

/** Nothing is told of what no paper says: without an invoice no sum is 0, it is unknown. */
export function factsOfBase(sums: Sums, split: readonly Split[], given: Given): readonly BaseFact[] {
  const repeats = duplicatesOf(given.papers)
  const contracts = given.contracts.filter((contract) => !repeats.has(contract.id))
  const { filedOn } = given.context
  const invoices = split.map(({ settled }) => settled.invoice)
  const paperIds = ids([...invoices, ...given.payments])
  const settled: readonly BaseFact[] =
    invoices.length === 0
      ? []
      : [
          { fact: 'compute.settledInWindowFen', value: sums.baseFen, paperIds },
          { fact: 'compute.settledFen', value: sums.settledFen, paperIds },
          { fact: 'compute.excludedItemsFen', value: sums.excludedFen, paperIds },
        ]
  return [
    ...settled,
    ...annualPurchase(split, given.context.today),
    ...contractFacts(contracts),
    ...(filedOn === undefined ? [] : [{ fact: 'compute.filedOn' as const, value: filedOn, paperIds: [] }]),
  ]
}
