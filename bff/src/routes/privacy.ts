import { changeConsentContract, consentsContract, deleteMeContract, exportMeContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { signedIn } from '../middleware/signed-in'
import { changeConsent, listConsents } from '../services/privacy/consents'
import { deletePerson } from '../services/privacy/delete-person'
import { exportPerson } from '../services/privacy/export-person'

/** What the law on personal information promises a person: to agree and take it back, to take everything along, to go. */
export const privacyRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(consentsContract.path, signedIn(deps), async (c) =>
      answerJson(c, await listConsents(deps.database.queries, c.get('caller').personId)),
    )
    .put(
      changeConsentContract.path,
      signedIn(deps),
      jsonBody,
      checked('json', changeConsentContract.body),
      async (c) => {
        const word = c.req.valid('json')
        const { personId } = c.get('caller')
        return answerJson(
          c,
          await deps.database.transaction((transaction) => changeConsent(deps, transaction, personId, word)),
        )
      },
    )
    .get(exportMeContract.path, signedIn(deps), async (c) =>
      answerJson(c, await exportPerson(deps, c.get('caller').personId), 200, {
        'content-disposition': `attachment; filename="suanhuitong.json"; filename*=UTF-8''${encodeURIComponent('我的信息.json')}`,
      }),
    )
    .delete(deleteMeContract.path, signedIn(deps), jsonBody, checked('json', deleteMeContract.body), async (c) => {
      await deletePerson(deps, c.get('caller').personId)
      return answerJson(c, null, deleteMeContract.status)
    })
