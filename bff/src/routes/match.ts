import { matchContract } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { match } from '@suanhui/shared/decision'
import { Hono } from 'hono'
import { answerWrittenJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { answerBytes } from '../services/answer-bytes'

export function matchRoute({ published, clock }: Deps): Hono<Bindings> {
  const { catalogue } = published
  const contract = matchContract(catalogue)
  return new Hono<Bindings>().post(contract.path, jsonBody, checked('json', contract.body), (c) => {
    const { facts, asOf = shanghaiDay(clock()), explain } = c.req.valid('json')
    return answerWrittenJson(c, answerBytes(match(catalogue, facts, asOf, explain)))
  })
}
