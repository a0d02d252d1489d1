import { Hono } from 'hono'
import { takeNonce } from '../nonces'
import { type SignedRequest, signedRequestOf } from '../signed-request'
import type { SmsGateway } from '../sms'
import { sendSms } from './send-sms'
import { type Refused, refusedSignature } from './signature'

const NONCE_MS = 15 * 60_000

function refusedRequest(gateway: SmsGateway, request: SignedRequest): Refused | undefined {
  const refused = refusedSignature(request, gateway.secrets.aliyun, gateway.clock())
  if (refused) return refused
  if (!takeNonce(gateway, 'aliyun', request.headers['x-acs-signature-nonce'] ?? '', NONCE_MS)) {
    return { status: 400, code: 'SignatureNonceUsed', message: 'Specified signature nonce was used already.' }
  }
  if (request.headers['x-acs-action'] !== 'SendSms') {
    return { status: 404, code: 'InvalidAction.NotFound', message: 'Specified api is not found.' }
  }
  if (request.headers['x-acs-version'] !== '2017-05-25') {
    return { status: 400, code: 'InvalidVersion', message: 'Specified parameter Version is not valid.' }
  }
  return undefined
}

/** dysmsapi.aliyuncs.com: SendSms. */
export function aliyunRoutes(gateway: SmsGateway): Hono {
  const routes = new Hono()
  routes.post('/', async (c) => {
    const request = await signedRequestOf(c.req.raw, '/aliyun')
    const RequestId = gateway.newId().toUpperCase()
    const refused = refusedRequest(gateway, request)
    if (refused) {
      const { status, code, message } = refused
      return c.json({ RequestId, HostId: 'dysmsapi.aliyuncs.com', Code: code, Message: message }, status)
    }
    const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? request.body : ''
    const parameters = new URLSearchParams([...request.query, ...new URLSearchParams(form)])
    return c.json({ RequestId, ...sendSms(gateway, parameters) })
  })
  return routes
}
