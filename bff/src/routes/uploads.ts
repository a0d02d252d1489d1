import { newUploadContract, PART_BYTES } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { invalidInput } from '../errors'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { answerOnce } from '../middleware/once'
import { rawBody } from '../middleware/raw-body'
import { signedIn } from '../middleware/signed-in'
import { findUpload, receivedParts } from '../stores/uploads'
import { beginUpload } from '../uploads/begin-upload'
import { completeUpload } from '../uploads/complete-upload'
import { describeUpload, noSuchUpload } from '../uploads/describe-upload'
import { dropUpload } from '../uploads/drop-upload'
import { storePart } from '../uploads/store-part'

const ROOT = '/v1/companies/:companyId/uploads'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const SHA256 = /^[0-9a-f]{64}$/i

/** An id that is none is not there: the database is not asked about it. */
function uploadIdOf(id: string): string {
  if (!UUID.test(id)) throw noSuchUpload()
  return id
}

function partHashOf(header: string | undefined): { readonly sha256?: string } {
  if (header === undefined) return {}
  if (!SHA256.test(header)) throw invalidInput([{ field: 'x-part-sha256', message: '要写成 64 位十六进制数' }])
  return { sha256: header }
}

export const uploadRoutes = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .post(ROOT, ...member, jsonBody, checked('json', newUploadContract.body), (c) => {
      const upload = c.req.valid('json')
      const asker = { companyId: c.get('member').companyId, personId: c.get('caller').personId }
      return answerOnce(c, deps, upload, async (transaction) => ({
        status: 201,
        body: await beginUpload(deps, transaction, asker, upload),
      }))
    })
    .get(`${ROOT}/:uploadId`, ...member, async (c) => {
      const { queries } = deps.database
      const upload = await findUpload(queries, c.get('member').companyId, uploadIdOf(c.req.param('uploadId')))
      if (upload === undefined) throw noSuchUpload()
      return answerJson(c, describeUpload(upload, await receivedParts(queries, upload.id)))
    })
    .put(`${ROOT}/:uploadId/parts/:part`, ...member, rawBody(PART_BYTES), async (c) => {
      const part = c.req.param('part')
      if (!/^\d{1,4}$/.test(part)) throw noSuchUpload()
      await storePart(deps, {
        companyId: c.get('member').companyId,
        uploadId: uploadIdOf(c.req.param('uploadId')),
        part: Number(part),
        bytes: new Uint8Array(await c.req.arrayBuffer()),
        ...partHashOf(c.req.header('x-part-sha256')),
      })
      return answerJson(c, undefined, 204)
    })
    .post(`${ROOT}/:uploadId/complete`, ...member, async (c) =>
      answerJson(c, await completeUpload(deps, c.get('member').companyId, uploadIdOf(c.req.param('uploadId')))),
    )
    .delete(`${ROOT}/:uploadId`, ...member, async (c) => {
      await dropUpload(deps, c.get('member').companyId, uploadIdOf(c.req.param('uploadId')))
      return answerJson(c, undefined, 204)
    })
}
