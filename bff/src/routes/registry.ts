import { registryCompaniesContract, registryCompanyContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { invalidInput } from '../errors'
import { checked, fieldErrors } from '../middleware/checked'
import { signedIn } from '../middleware/signed-in'
import { lookUpByCode, lookUpByName } from '../services/registry/look-up'

/** What the company registry says, so that a person need not type it. */
export const registryRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get('/v1/registry/companies/:creditCode', signedIn(deps), async (c) => {
      const params = registryCompanyContract.params.safeParse(c.req.param())
      if (!params.success) throw invalidInput(fieldErrors(params.error.issues, 'query'))
      return answerJson(c, await lookUpByCode(deps, c.get('caller').personId, params.data.creditCode))
    })
    .get(registryCompaniesContract.path, signedIn(deps), checked('query', registryCompaniesContract.query), async (c) =>
      answerJson(c, await lookUpByName(deps, c.get('caller').personId, c.req.valid('query').name)),
    )
