import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { answerError } from './answer'
import type { Bindings, Deps } from './deps'
import { AppError, internalError } from './errors'
import { openGate } from './middleware/gate'
import { observe } from './middleware/observe'
import { refuseOtherMethods } from './middleware/other-methods'
import { refuseBeyond } from './middleware/overload'
import { limitAddresses } from './middleware/rate-limit'
import { outageOf } from './outage'
import { catalogueRoute } from './routes/catalogue'
import { companyRoutes } from './routes/companies'
import { healthRoutes } from './routes/health'
import { identityRoutes } from './routes/identity'
import { libraryRoutes } from './routes/library'
import { matchRoute } from './routes/match'
import { memberRoutes } from './routes/members'
import { messageRoutes } from './routes/messages'
import { openapiRoute } from './routes/openapi'
import { pageOrNothing } from './routes/page'
import { paperRoutes } from './routes/papers'
import { platformEventRoutes } from './routes/platform-events'
import { privacyRoutes } from './routes/privacy'
import { providerRoutes } from './routes/providers'
import { receiptRoutes } from './routes/receipts'
import { registrationRoutes } from './routes/registration'
import { registryRoutes } from './routes/registry'
import { smsReceiptRoutes } from './routes/sms-receipts'
import { submissionRoutes } from './routes/submissions'
import { uploadRoutes } from './routes/uploads'
import { wechatCallbackRoutes } from './routes/wechat-callback'

function foreseen(error: Error): AppError {
  if (error instanceof AppError) return error
  // The validator's only exception: JSON.parse failed. Its cause quotes the body, so it is dropped here.
  if (error instanceof HTTPException && error.status === 400) {
    return new AppError('MALFORMED_JSON', '内容不是正确的 JSON，检查一下引号、逗号和括号')
  }
  return outageOf(error) ?? internalError(error)
}

/** The whole server as a function from request to answer; everything it needs of the world comes in `deps`. */
export function createApp(deps: Deps): Hono<Bindings> {
  const app = new Hono<Bindings>()
  app.use(observe(deps))
  app.use('/v1/*', refuseBeyond(deps.gate ?? openGate(), deps))
  app.use('/v1/*', limitAddresses(deps))
  for (const routes of [
    identityRoutes,
    privacyRoutes,
    companyRoutes,
    memberRoutes,
    registryRoutes,
    matchRoute,
    providerRoutes,
    receiptRoutes,
    registrationRoutes,
    platformEventRoutes,
    messageRoutes,
    smsReceiptRoutes,
    wechatCallbackRoutes,
    catalogueRoute,
    libraryRoutes,
    openapiRoute,
    healthRoutes,
    uploadRoutes,
    paperRoutes,
    submissionRoutes,
  ]) {
    app.route('/', routes(deps))
  }
  refuseOtherMethods(app)
  // A route and not Hono's `notFound`: what that throws passes the log by.
  app.all('*', pageOrNothing(deps))
  app.onError((error, c) => {
    const refusal = foreseen(error)
    if (refusal.code === 'INTERNAL') deps.log.error({ requestId: c.get('requestId'), err: error }, 'unforeseen error')
    // A database error carries no values, the others speak of disks and statuses.
    if (refusal.cause !== undefined && refusal.code === 'NOT_READY') {
      deps.log.error({ requestId: c.get('requestId'), err: error }, 'not possible for now')
    }
    return answerError(c, refusal)
  })
  return app
}
