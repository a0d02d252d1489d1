import { changeCompanyContract, changeCompanyFactsContract, newCompanyContract } from '@suanhui/shared/api'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { doOnce, replayedHeader } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { changeCompany } from '../services/companies/change-company'
import { changeFacts } from '../services/companies/change-facts'
import { companyInFull, describeCompany } from '../services/companies/describe-company'
import { readFacts } from '../services/companies/facts-of-company'
import { listCompanies } from '../services/companies/list-companies'
import { CompanyTakenError, registerCompany } from '../services/companies/register-company'
import { takeRegistering } from '../services/companies/registering-share'
import { registeredCompany } from '../services/registry/registered-company'

const COMPANY = '/v1/companies/:companyId'
const FACTS = `${COMPANY}/facts` as const

const reader = (c: Context<Bindings>) => ({
  companyId: c.get('member').companyId,
  personId: c.get('caller').personId,
})

/** A person's companies. */
export const companyRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get('/v1/companies', signedIn(deps), async (c) =>
      answerJson(c, await listCompanies(deps.database.queries, c.get('caller').personId)),
    )
    .post('/v1/companies', signedIn(deps), jsonBody, checked('json', newCompanyContract.body), async (c) => {
      const given = c.req.valid('json')
      const { personId } = c.get('caller')
      const registered = await registeredCompany(deps, personId, given)
      // What is kept lies in clear, and the registry names a person: so the id is kept, and the answer made of it.
      const done = await doOnce(c, deps, given, async (transaction) => ({
        status: newCompanyContract.status,
        body: await registerCompany(deps, transaction, personId, given, registered),
      })).catch(async (error: unknown) => {
        if (error instanceof CompanyTakenError) {
          await deps.database.transaction((transaction) => takeRegistering(transaction, deps, personId))
        }
        throw error
      })
      const who = { companyId: z.uuid().parse(done.body), personId }
      return answerJson(c, await companyInFull(deps, deps.database.queries, who), done.status, replayedHeader(done))
    })
    .get(COMPANY, signedIn(deps), memberOf(deps), async (c) => {
      const who = reader(c)
      return answerJson(c, await deps.database.transaction((transaction) => describeCompany(deps, transaction, who)))
    })
    // What is written here is sealed, so it is not answered through `answerOnce`, which keeps answers in clear:
    // the version, and the facts themselves, make a repetition harmless.
    .put(COMPANY, signedIn(deps), memberOf(deps), jsonBody, checked('json', changeCompanyContract.body), async (c) => {
      const change = c.req.valid('json')
      const who = reader(c)
      return answerJson(
        c,
        await deps.database.transaction((transaction) => changeCompany(deps, transaction, who, change)),
      )
    })
    .get(FACTS, signedIn(deps), memberOf(deps), async (c) =>
      answerJson(c, await deps.database.transaction((transaction) => readFacts(deps, transaction, reader(c)))),
    )
    .put(
      FACTS,
      signedIn(deps),
      memberOf(deps),
      jsonBody,
      checked('json', changeCompanyFactsContract(deps.published.catalogue).body),
      async (c) => {
        const said = { ...reader(c), ...c.req.valid('json') }
        return answerJson(c, await deps.database.transaction((transaction) => changeFacts(deps, transaction, said)))
      },
    )
