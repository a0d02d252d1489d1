import { registerCompanyContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import { keepReading } from '../audit/append-reading'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { answerOnce } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { progressOf } from '../services/registration/progress'
import { registerCompany } from '../services/registration/register-company'
import { subjectsOf } from '../stores/platforms'

const PATH = '/v1/companies/:companyId/registration'

export const registrationRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .post(
      PATH,
      signedIn(deps),
      memberOf(deps, 'owner'),
      jsonBody,
      checked('json', registerCompanyContract.body),
      async (c) => {
        const request = c.req.valid('json')
        const who = { companyId: c.get('member').companyId, personId: c.get('caller').personId }
        const answer = await answerOnce(c, deps, request, async (transaction) => ({
          status: registerCompanyContract.status,
          body: await registerCompany(transaction, deps, who, request),
        }))
        deps.wakeJobs()
        return answer
      },
    )
    .get(PATH, signedIn(deps), memberOf(deps), async (c) => {
      const { queries } = deps.database
      const { companyId } = c.get('member')
      const subjects = await subjectsOf(queries, companyId, 'registration')
      const registrations = await Promise.all(subjects.map((subject) => progressOf(queries, subject)))
      const { personId: actorId } = c.get('caller')
      await keepReading(deps, { actorId, action: 'registration.read', subjectIds: [companyId] })
      return answerJson(c, { registrations })
    })
