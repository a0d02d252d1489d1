import { type Fen, mulDivFloor } from '../money'
import type { Given } from './checks/check'
import { kindOfLine } from './line-kind'
import { numberOf, type Paper, type PaperLine } from './paper'
import { daysInside, type ServicePeriod, servicePeriodOf } from './service-period'
import { shareOf } from './share-of'

/** A part of an invoice's total: a line, or the whole where no lines were read. */
export interface InvoicePart {
  readonly name?: string
  readonly grossFen: Fen
  readonly excluded?: string
  readonly served?: ServicePeriod
  readonly days?: { readonly inside: number; readonly all: number }
  /** Of the gross, what the rules pay for: not left out, and within the window. */
  readonly eligibleFen: Fen
}

/** With tax where every line tells its tax; else in proportion to the sums without it. */
function weights(lines: readonly PaperLine[]): readonly Fen[] {
  const taxed = lines.every((line) => line.taxFen !== undefined)
  return lines.map((line) => (line.amountFen ?? 0) + (taxed ? (line.taxFen ?? 0) : 0))
}

/** The total cut over its lines, to the fen: parts are what remains of running sums, so they add up to the total. */
function grossOf(lines: readonly PaperLine[], totalFen: Fen): readonly Fen[] {
  const parts = weights(lines)
  const whole = parts.reduce((sum, part) => sum + part, 0)
  // Discounts are lines below nothing: the running sum may pass the whole for a while.
  const upTo = (sum: Fen): Fen => (whole === totalFen ? sum : sum < 0 ? 0 : shareOf(totalFen, sum, whole))
  let running = 0
  return parts.map((part) => {
    const before = upTo(running)
    running += part
    return upTo(running) - before
  })
}

const cutsUp = (lines: readonly PaperLine[]): boolean =>
  lines.length > 0 && weights(lines).reduce((sum, part) => sum + part, 0) > 0

function partOf(line: PaperLine | undefined, grossFen: Fen, invoice: Paper, given: Given): InvoicePart {
  const { clauses, window } = given.context.rules
  const kind = line === undefined || clauses.excluded === undefined ? undefined : kindOfLine(line)
  const named = line === undefined ? {} : { name: line.name }
  if (kind?.excluded) return { ...named, grossFen, excluded: kind.what ?? '不补贴的项目', eligibleFen: 0 }
  const served = servicePeriodOf(line, invoice, given)
  if (served === undefined) return { ...named, grossFen, eligibleFen: 0 }
  const days = daysInside(served, window)
  const eligibleFen = days.inside === days.all ? grossFen : mulDivFloor(grossFen, days.inside, days.all)
  return { ...named, grossFen, served, days, eligibleFen }
}

/** What an invoice is made of, in the order of its lines. */
export function partsOf(invoice: Paper, given: Given): readonly InvoicePart[] {
  const totalFen = Math.abs(numberOf(invoice, 'totalFen') ?? 0)
  if (!cutsUp(invoice.lines)) return [partOf(undefined, totalFen, invoice, given)]
  const gross = grossOf(invoice.lines, totalFen)
  return invoice.lines.map((line, index) => partOf(line, gross[index] ?? 0, invoice, given))
}
