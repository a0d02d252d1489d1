import {
  bindPhoneContract,
  loginByPhoneContract,
  loginByWechatContract,
  loginCodeContract,
  logoutContract,
  meContract,
  renewTokensContract,
  sessionsContract,
} from '@suanhui/shared/api'
import { type Context, Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { bindPhone } from '../identity/bind-phone'
import { describeMe } from '../identity/describe-me'
import { deviceLabel } from '../identity/device-label'
import { listDevices, signOut } from '../identity/devices'
import { logInByPhone } from '../identity/log-in-by-phone'
import { logInByWechat } from '../identity/log-in-by-wechat'
import { renewTokens } from '../identity/renew-tokens'
import { sendLoginCode } from '../identity/send-login-code'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { clientAddress } from '../middleware/rate-limit'
import { signedIn } from '../middleware/signed-in'

const deviceOf = (c: Context<Bindings>): string => deviceLabel(c.req.header('x-device'), c.req.header('user-agent'))

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Signing in and staying signed in. */
const loginRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .post(loginCodeContract.path, jsonBody, checked('json', loginCodeContract.body), async (c) => {
      const { phone } = c.req.valid('json')
      const sent = await sendLoginCode(deps, { phone, address: clientAddress(c, deps.trustProxy) })
      return answerJson(c, sent, loginCodeContract.status)
    })
    .post(loginByPhoneContract.path, jsonBody, checked('json', loginByPhoneContract.body), async (c) => {
      const { phone, code } = c.req.valid('json')
      return answerJson(c, await logInByPhone(deps, { phone, code, device: deviceOf(c) }))
    })
    .post(loginByWechatContract.path, jsonBody, checked('json', loginByWechatContract.body), async (c) => {
      const { code } = c.req.valid('json')
      return answerJson(c, await logInByWechat(deps, { code, device: deviceOf(c) }))
    })
    .post(renewTokensContract.path, jsonBody, checked('json', renewTokensContract.body), async (c) =>
      answerJson(c, await renewTokens(deps, c.req.valid('json').refreshToken)),
    )

/** The person's own identity and devices. */
const meRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .post(logoutContract.path, signedIn(deps), async (c) => {
      const { personId, sessionId } = c.get('caller')
      await signOut(deps, personId, sessionId)
      return answerJson(c, null, logoutContract.status)
    })
    .get(meContract.path, signedIn(deps), async (c) => answerJson(c, await describeMe(deps, c.get('caller').personId)))
    .put(bindPhoneContract.path, signedIn(deps), jsonBody, checked('json', bindPhoneContract.body), async (c) =>
      answerJson(c, await bindPhone(deps, c.get('caller'), c.req.valid('json'))),
    )
    .get(sessionsContract.path, signedIn(deps), async (c) => answerJson(c, await listDevices(deps, c.get('caller'))))
    .delete('/v1/me/sessions/:sessionId', signedIn(deps), async (c) => {
      const sessionId = c.req.param('sessionId')
      await signOut(deps, c.get('caller').personId, UUID.test(sessionId) ? sessionId : NOBODYS)
      return answerJson(c, null, 204)
    })

/** No session has it. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

export const identityRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>().route('/', loginRoutes(deps)).route('/', meRoutes(deps))
