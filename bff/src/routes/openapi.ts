import { openapiContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerRepresentation } from '../answer'
import type { Bindings, Deps } from '../deps'
import { buildOpenapi } from '../services/build-openapi'
import { type Representation, represent } from '../services/represent'

export function openapiRoute({ published }: Deps): Hono<Bindings> {
  // Few ask for it: it is made when the first one does.
  let made: Promise<Representation> | undefined
  const document = () => {
    made ??= represent(
      new TextEncoder().encode(JSON.stringify(buildOpenapi(published.catalogue))),
      'application/json; charset=utf-8',
    )
    return made
  }
  return new Hono<Bindings>().get(openapiContract.path, async (c) =>
    answerRepresentation(c, await document(), { 'cache-control': 'public, no-cache' }),
  )
}
