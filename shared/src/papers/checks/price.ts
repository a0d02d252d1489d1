import { formatFen } from '../../money'
import type { PublishedPrice } from '../context'
import type { Paper, PaperLine } from '../paper'
import { partyOf, sellerOn } from '../parties'
import { entryOf } from '../registration'
import { nameKey } from '../same-party'
import type { Check, Problem } from './check'

/** The text says 市场合理价格范围 and no figure. Half above one's own published price is where we ask. */
const FAR = 1.5

function published(line: PaperLine, prices: readonly PublishedPrice[]): PublishedPrice | undefined {
  const unit = nameKey(line.unit ?? '')
  const name = nameKey(line.name)
  const fitting = prices.filter((price) => nameKey(price.unit) === unit)
  const named = fitting.filter(({ chip }) => chip !== undefined && name.includes(nameKey(chip)))
  // Where a line names none of the chips, the dearest that it may be.
  const candidates = named.length > 0 ? named : fitting
  return [...candidates].sort((a, b) => b.fenPerUnit - a.fenPerUnit)[0]
}

/** With tax, a unit; undefined where the line does not say enough. */
function unitFen({ quantity, amountFen, taxFen }: PaperLine): number | undefined {
  if (quantity === undefined || amountFen === undefined || !(quantity > 0)) return undefined
  return (amountFen + (taxFen ?? 0)) / quantity
}

function problemsOf(paper: Paper, told: string, prices: readonly PublishedPrice[]): readonly Problem[] {
  for (const line of paper.lines) {
    const paid = unitFen(line)
    const price = published(line, prices)
    if (paid === undefined || price === undefined || paid <= price.fenPerUnit * FAR) continue
    return [
      {
        severity: 'warning',
        paper,
        message: `${told}里“${line.name}”每${price.unit}${formatFen(Math.round(paid))}，卖方公布的是${formatFen(price.fenPerUnit)}，高出很多。`,
        remedy: '请核对数量和单价；没有读错的，请准备好价格的说明，审核时会问。',
      },
    ]
  }
  return []
}

export const price: Check = {
  rule: 'price',
  cite: 'price',
  find: ({ invoices, names, context: { providers = [] } }) =>
    invoices.flatMap((paper) => {
      const seller = partyOf(sellerOn(paper))
      const entry = seller === undefined ? undefined : entryOf(seller, providers)
      return entry === undefined ? [] : problemsOf(paper, names(paper), entry.prices)
    }),
}
