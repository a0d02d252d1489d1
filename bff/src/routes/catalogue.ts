import { catalogueContract, keysContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson, answerRepresentation } from '../answer'
import type { Bindings, Deps } from '../deps'

export const catalogueRoute = ({ published, accessTokens }: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(catalogueContract.path, (c) =>
      answerRepresentation(c, published.body, {
        // To be asked for each time: a corrected rule must not wait, and an unchanged one costs 304 and no body.
        'cache-control': 'public, no-cache',
        'catalogue-signature': published.signature,
      }),
    )
    .get(keysContract.path, async (c) => {
      const keys = [...published.keys.keys, ...(await accessTokens.publicKeys())]
      return answerJson(c, { keys }, 200, { 'cache-control': 'public, max-age=300' })
    })
