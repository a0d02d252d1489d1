import { formatDate } from '../../date'
import { dateOf, type Paper } from '../paper'
import { sellerOn } from '../parties'
import { type Registration, registrationOf } from '../registration'
import { type Difference, differenceFrom } from '../same-party'
import type { Check, Given, Problem } from './check'
import { isSwapped } from './parties-swapped'

const NEAR: Readonly<Record<Difference, string>> = {
  code: '名称一样，税号不一样',
  name: '税号一样，名称不一样',
  spelling: '差一点',
}

function words(paper: Paper, found: Registration, day: string, given: Given): Problem | undefined {
  const name = sellerOn(paper).name ?? ''
  const at = { paper, field: 'sellerName' }
  const told = given.names(paper)
  switch (found.state) {
    case 'registered':
      return undefined
    case 'near': {
      const difference = differenceFrom(sellerOn(paper), found.provider)
      return {
        ...at,
        field: difference === 'code' ? 'sellerCode' : 'sellerName',
        severity: 'warning',
        message: `${told}的卖方“${name}”和名录里的“${found.provider.name}”${NEAR[difference]}。`,
        remedy: '请对着纸核对卖方的名称和税号，读错了就改过来。',
      }
    }
    case 'not then':
      return {
        ...at,
        // Services are bought over the time of a contract: it may be signed before its seller is registered.
        severity: paper.kind === 'contract' ? 'warning' : 'error',
        message: `${told}的卖方“${name}”在${formatDate(day)}还不在，或者已经不在供给方名录里。`,
        remedy: '请向卖方问清登记的日期；那一天确实没有登记的，这笔费用不能申请，请拿掉。',
      }
    case 'never':
      return {
        ...at,
        severity: 'error',
        message: `${told}的卖方“${name}”没有在供给方名录里。`,
        remedy: '只有向登记过的供给方买算力才能申请。请核对名称和税号；卖方刚登记的，等名录更新后再交。',
      }
  }
}

export const sellerRegistered: Check = {
  rule: 'seller-registered',
  cite: 'provider',
  find: (given) => {
    const { providers } = given.context
    if (providers === undefined) return []
    return [...given.invoices, ...given.contracts].flatMap((paper) => {
      const day = dateOf(paper, paper.kind === 'invoice' ? 'issuedOn' : 'signedOn')
      if (day === undefined || sellerOn(paper).name === undefined || isSwapped(paper, given)) return []
      return words(paper, registrationOf(sellerOn(paper), day, providers), day, given) ?? []
    })
  },
}
