import type { FactScalar, FactTable, FactValues } from '../facts'
import type { AmountRule } from './amount-rule'
import type { Condition } from './condition'
import { classOf, type Digit } from './digit'
import { factsOfRow, type Numbering } from './number'
import { leavesOfPays, type PaysTest, paysTest } from './pays'
import { leavesOf } from './representatives'
import { classTest, type DigitPlaces, placesOf, type Verdict } from './statement'

/** Companies as columns, one for each fact in the numbering's order; NaN is unknown. */
export interface Country {
  readonly table: FactTable
  readonly numbering: Numbering
  readonly columns: readonly Float64Array[]
  readonly count: number
}

/** A statement that reads several facts, answered for one company at a time. */
export interface RowStatement {
  /** Places of its facts. */
  readonly columns: readonly number[]
  verdict(row: number): Verdict
}

export function conditionAtRow(country: Country, condition: Condition): RowStatement {
  const leaves = leavesOf(condition)
  const places = placesOf(leaves, country.table, country.numbering)
  return rowStatement(
    country,
    leaves.map((leaf): string => leaf.fact),
    places,
    classTest(places, condition),
  )
}

/** Whether a sum pays; `facts` are those that it is computed of. */
export function paysAtRow(country: Country, amount: AmountRule, facts: readonly string[]): RowStatement {
  const places = placesOf(leavesOfPays(amount), country.table, country.numbering)
  return rowStatement(country, facts, places, paysTest(amount, places, country.numbering))
}

function rowStatement(country: Country, read: readonly string[], places: DigitPlaces, test: PaysTest): RowStatement {
  const { numbering, columns } = country
  const own = [...new Set(read)].flatMap((fact) => numbering.placeOf.get(fact) ?? [])
  const values = own.map((place) => columns[place] as Float64Array)
  const { digits } = places
  const classes = new Uint8Array(digits.length)
  const row = new Float64Array(numbering.ids.length).fill(Number.NaN)
  const facts = factsOf(country, own, row)
  return {
    columns: own,
    verdict: (company) => {
      for (let index = 0; index < own.length; index++)
        row[own[index] as number] = (values[index] as Float64Array)[company] as number
      for (let index = 0; index < digits.length; index++) {
        const digit = digits[index] as Digit
        classes[index] = classOf(digit, row[digit.column] as number)
      }
      return test(classes, row, facts)
    },
  }
}

/** The types of facts whose number is their value. */
const NUMBERS: readonly string[] = ['int', 'number', 'ratio', 'fen']

/** The facts of whichever company stands in the row: made into words only where a sum asks for one. */
function factsOf({ table, numbering }: Country, columns: readonly number[], row: Float64Array): FactValues {
  const facts: Record<string, FactScalar> = {}
  for (const column of columns) {
    const id = numbering.ids[column] as string
    const type = table[id]?.type ?? 'number'
    const inWords = () => factsOfRow(table, numbering, [column], (place) => row[place] as number)[id]
    const asIs = () => (Number.isNaN(row[column]) ? undefined : row[column])
    Object.defineProperty(facts, id, { get: NUMBERS.includes(type) ? asIs : inWords, enumerable: true })
  }
  return facts
}
