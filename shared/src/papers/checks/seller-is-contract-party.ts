import { closest, partyOf, sellerOn } from '../parties'
import { type Difference, differenceFrom } from '../same-party'
import type { Check, Problem } from './check'
import { isSwapped } from './parties-swapped'

const NEAR: Readonly<Record<Difference, string>> = {
  code: '的税号和合同上的不一样',
  name: '和合同上的卖方税号一样，名称不一样',
  spelling: '和合同上的卖方差一点',
}

export const sellerIsContractParty: Check = {
  rule: 'seller-is-contract-party',
  cite: 'papers',
  find: (given) => {
    const { contracts, names } = given
    const sellers = contracts.flatMap((contract) => partyOf(sellerOn(contract)) ?? [])
    if (sellers.length === 0 || sellers.length < contracts.length) return []
    return given.invoices.flatMap((paper): readonly Problem[] => {
      const seller = sellerOn(paper)
      if (seller.name === undefined || isSwapped(paper, given)) return []
      const { sameness, party } = closest(seller, sellers)
      if (sameness === 'same') return []
      const told = `${names(paper)}的卖方“${seller.name}”`
      const difference = sameness === 'near' && party ? differenceFrom(seller, party) : 'spelling'
      const at = { paper, field: difference === 'code' ? 'sellerCode' : 'sellerName', related: contracts }
      return sameness === 'near'
        ? [
            {
              ...at,
              severity: 'warning',
              message: `${told}${NEAR[difference]}。`,
              remedy: '请对着发票和合同核对卖方的名称和税号，读错了就改过来。',
            },
          ]
        : [
            {
              ...at,
              severity: 'error',
              message: `${told}不是合同的另一方。`,
              remedy: '请把和这家卖方签的合同也拍进来；没有合同的，请拿掉这张发票。',
            },
          ]
    })
  },
}
