import { type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import { type Paper, textOf } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { type SubmissionRow, submissionsOf } from '../../stores/submissions'
import { papersThere } from './papers-there'

/** A filing that was sent, with the contracts in it. */
export interface SentFiling {
  readonly row: SubmissionRow
  readonly filedOn: IsoDate
  readonly contracts: readonly Paper[]
}

/** The company's filings that were sent and not refused, the newest first. */
export async function sentFilings(
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  companyId: string,
): Promise<readonly SentFiling[]> {
  const rows = (await submissionsOf(queries, companyId)).filter(
    ({ step, sending }) => step === 'filing' && (sending === 'queued' || sending === 'sent'),
  )
  const filings: SentFiling[] = []
  for (const row of rows) {
    if (row.first_submitted_at === null) continue
    const contracts = await papersThere(world, queries, companyId, row.papers.contract ?? [])
    filings.push({ row, filedOn: shanghaiDay(row.first_submitted_at), contracts })
  }
  return filings.sort((a, b) => (a.filedOn < b.filedOn ? 1 : -1))
}

const numberOf = (contract: Paper): string | undefined => textOf(contract, 'number')?.replace(/\s/g, '')

/** A contract photographed a second time is known by its number. */
const isSame = (a: Paper, b: Paper): boolean =>
  a.id === b.id ||
  (a.hash !== undefined && a.hash === b.hash) ||
  (numberOf(a) !== undefined && numberOf(a) === numberOf(b))

export const filesContract = ({ contracts }: SentFiling, contract: Paper): boolean =>
  contracts.some((one) => isSame(one, contract))

export interface FiledContracts {
  readonly filings: readonly SentFiling[]
  /** Of the contract that was filed last; undefined while one of them was not filed at all. */
  readonly filedOn: IsoDate | undefined
}

/** What was filed of these contracts. */
export function filedContracts(filings: readonly SentFiling[], contracts: readonly Paper[]): FiledContracts {
  const each = contracts.map((contract) => filings.filter((filing) => filesContract(filing, contract)))
  const found = filings.filter((filing) => each.some((of) => of.includes(filing)))
  const earliest = each.map((of) => of.map(({ filedOn }) => filedOn).sort()[0])
  const whole = contracts.length > 0 && earliest.every((day) => day !== undefined)
  return {
    filings: found,
    filedOn: whole
      ? earliest
          .flatMap((day) => day ?? [])
          .sort()
          .at(-1)
      : undefined,
  }
}
