import { changeMemberContract, inviteContract } from '@suanhui/shared/api'
import { type Context, Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { answerOnce } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { isUuid } from '../middleware/uuid'
import { acceptInvitation, describeInvitation } from '../services/members/accept-invitation'
import { changeMember } from '../services/members/change-member'
import { invite, noOpenInvitation, withdrawInvitation } from '../services/members/invite'
import { listInvitations } from '../services/members/list-invitations'
import { listMembers } from '../services/members/list-members'
import { type Asked, noSuchMember } from '../services/members/member-rules'
import { removeMember } from '../services/members/remove-member'
import type { Transaction } from '../stores/database'

const MEMBERS = '/v1/companies/:companyId/members'
const INVITATIONS = '/v1/companies/:companyId/invitations'

const asked = (c: Context<Bindings>): Asked => ({
  companyId: c.get('member').companyId,
  callerId: c.get('caller').personId,
})

function personIn(c: Context<Bindings>): string {
  const personId = c.req.param('personId') ?? ''
  if (!isUuid(personId)) throw noSuchMember()
  return personId
}

function invitationIn(c: Context<Bindings>): string {
  const invitationId = c.req.param('invitationId') ?? ''
  if (!isUuid(invitationId)) throw noOpenInvitation()
  return invitationId
}

/** Who is in a company and who may come. Beside the invitation, what is done here does no more when it is repeated. */
export function memberRoutes(deps: Deps): Hono<Bindings> {
  const within = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => deps.database.transaction(work)
  return new Hono<Bindings>()
    .get(MEMBERS, signedIn(deps), memberOf(deps), async (c) =>
      answerJson(c, await within((transaction) => listMembers(deps, transaction, asked(c)))),
    )
    .put(
      `${MEMBERS}/:personId`,
      signedIn(deps),
      memberOf(deps, 'owner'),
      jsonBody,
      checked('json', changeMemberContract.body),
      async (c) => {
        const change = { personId: personIn(c), role: c.req.valid('json').role }
        return answerJson(c, await within((transaction) => changeMember(deps, transaction, asked(c), change)))
      },
    )
    .delete(`${MEMBERS}/:personId`, signedIn(deps), memberOf(deps), async (c) => {
      const personId = personIn(c)
      await within((transaction) => removeMember(deps, transaction, asked(c), personId))
      return answerJson(c, undefined, 204)
    })
    .post(
      INVITATIONS,
      signedIn(deps),
      memberOf(deps, 'owner'),
      jsonBody,
      checked('json', inviteContract.body),
      async (c) => {
        const { role } = c.req.valid('json')
        return answerOnce(c, deps, { role }, async (transaction) => ({
          status: inviteContract.status,
          body: await invite(deps, transaction, asked(c), role),
        }))
      },
    )
    .get(INVITATIONS, signedIn(deps), memberOf(deps, 'owner'), async (c) =>
      answerJson(c, await within((transaction) => listInvitations(deps, transaction, asked(c)))),
    )
    .delete(`${INVITATIONS}/:invitationId`, signedIn(deps), memberOf(deps, 'owner'), async (c) => {
      const invitationId = invitationIn(c)
      await within((transaction) => withdrawInvitation(deps, transaction, asked(c), invitationId))
      return answerJson(c, undefined, 204)
    })
    .get('/v1/invitations/:token', signedIn(deps), async (c) => {
      const invited = { token: c.req.param('token'), personId: c.get('caller').personId }
      return answerJson(c, await describeInvitation(deps, deps.database.queries, invited))
    })
    .post('/v1/invitations/:token/accept', signedIn(deps), async (c) => {
      const invited = { token: c.req.param('token'), personId: c.get('caller').personId }
      return answerJson(c, await within((transaction) => acceptInvitation(deps, transaction, invited)))
    })
}
