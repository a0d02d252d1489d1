import { receiptContract, verifyReceiptByAddressContract, verifyReceiptContract } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { checkReceipt, issueReceipt } from '../services/receipts'

export function receiptRoutes({ published, clock }: Deps): Hono<Bindings> {
  const contract = receiptContract(published.catalogue)
  return new Hono<Bindings>()
    .post(contract.path, jsonBody, checked('json', contract.body), async (c) => {
      const { facts, asOf = shanghaiDay(clock()) } = c.req.valid('json')
      return answerJson(c, await issueReceipt(published, facts, asOf, clock()), contract.status)
    })
    .get(verifyReceiptByAddressContract.path, checked('query', verifyReceiptByAddressContract.query), async (c) =>
      answerJson(c, await checkReceipt(published, c.req.valid('query').receipt)),
    )
    .post(verifyReceiptContract.path, jsonBody, checked('json', verifyReceiptContract.body), async (c) =>
      answerJson(c, await checkReceipt(published, c.req.valid('json').receipt)),
    )
}
