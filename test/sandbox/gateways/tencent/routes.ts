import { Hono } from 'hono'
import { signedRequestOf } from '../signed-request'
import type { SmsGateway } from '../sms'
import { sendSms } from './send-sms'
import { refusedSignature } from './signature'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** sms.tencentcloudapi.com: SendSms. Always 200; the error stands inside. */
export function tencentRoutes(gateway: SmsGateway): Hono {
  const routes = new Hono()
  routes.post('/', async (c) => {
    const request = await signedRequestOf(c.req.raw, '/tencent')
    const RequestId = gateway.newId()
    const { 'x-tc-action': action, 'x-tc-version': version } = request.headers
    const answer = (content: object) => c.json({ Response: { ...content, RequestId } })
    const refused = refusedSignature(request, gateway.secrets.tencent, gateway.clock())
    if (refused) return answer({ Error: refused })
    if (action !== 'SendSms' || version !== '2021-01-11') {
      return answer({ Error: { Code: 'InvalidAction', Message: '接口不存在。' } })
    }
    return answer(sendSms(gateway, parsed(request.body)))
  })
  return routes
}
