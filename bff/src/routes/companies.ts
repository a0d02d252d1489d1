import { newCompanyContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { answerOnce } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { describeCompany } from '../services/companies/describe-company'
import { listCompanies } from '../services/companies/list-companies'
import { registerCompany } from '../services/companies/register-company'

/** A person's companies. */
export const companyRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get('/v1/companies', signedIn(deps), async (c) =>
      answerJson(c, await listCompanies(deps.database.queries, c.get('caller').personId)),
    )
    .post('/v1/companies', signedIn(deps), jsonBody, checked('json', newCompanyContract.body), async (c) => {
      const given = c.req.valid('json')
      const { personId } = c.get('caller')
      return answerOnce(c, deps, given, async (transaction) => {
        const companyId = await registerCompany(deps, transaction, personId, given)
        const body = await describeCompany(deps, transaction, { companyId, personId })
        return { status: newCompanyContract.status, body }
      })
    })
    .get('/v1/companies/:companyId', signedIn(deps), memberOf(deps), async (c) => {
      const { companyId } = c.get('member')
      const { personId } = c.get('caller')
      return answerJson(
        c,
        await deps.database.transaction((transaction) => describeCompany(deps, transaction, { companyId, personId })),
      )
    })
