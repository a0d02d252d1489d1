import { providerContract, providersContract } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { checked } from '../middleware/checked'
import { describeProvider, listProviders } from '../services/providers'

/** The registry of compute providers, for everyone. */
export const providerRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(providersContract.path, checked('query', providersContract.query), async (c) => {
      const { on = shanghaiDay(deps.clock()), ...query } = c.req.valid('query')
      return answerJson(c, await listProviders(deps, query, on))
    })
    .get('/v1/providers/:providerId', checked('query', providerContract.query), async (c) => {
      const { on = shanghaiDay(deps.clock()) } = c.req.valid('query')
      const provider = await describeProvider(deps, c.req.param('providerId'), on)
      if (provider === undefined) throw new AppError('NOT_FOUND', '名录里没有这家供给方')
      return answerJson(c, provider)
    })
