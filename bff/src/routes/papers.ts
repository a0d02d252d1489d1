import {
  newPaperContract,
  paperFieldsContract,
  paperImageContract,
  paperKindContract,
  paperOriginalContract,
  paperPagesContract,
  papersContract,
} from '@suanhui/shared/api'
import { type Context, Hono } from 'hono'
import { answerJson, answerStream } from '../answer'
import { keepReading, type Reading } from '../audit/append-reading'
import type { Bindings, Deps } from '../deps'
import { attachment } from '../file-name-header'
import { checked } from '../middleware/checked'
import { jsonBody } from '../middleware/json-body'
import { memberOf } from '../middleware/member'
import { doOnce, replayedHeader } from '../middleware/once'
import { signedIn } from '../middleware/signed-in'
import { insertPaper, noSuchPaper } from '../services/papers/attach-file'
import { changePages, deletePaper } from '../services/papers/change-pages'
import { confirmFields, confirmKind } from '../services/papers/confirm-paper'
import { describePaper } from '../services/papers/describe-paper'
import { listPapers } from '../services/papers/list-papers'
import { openImage, openOriginal } from '../services/papers/open-page'

const ROOT = '/v1/companies/:companyId/papers'
const PAPER = `${ROOT}/:paperId`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The paper in the path, always together with the company in it. */
function paperIn(c: Context<Bindings>): { readonly companyId: string; readonly paperId: string } {
  const paperId = c.req.param('paperId') ?? ''
  if (!UUID.test(paperId)) throw noSuchPaper()
  return { companyId: c.get('member').companyId, paperId }
}

/** Nobody gets to see a paper without that being written down first. */
const wasRead = (c: Context<Bindings>, deps: Deps, action: Reading['action'], paperId?: string): Promise<void> => {
  const { companyId } = c.get('member')
  const subjectIds = paperId === undefined ? [companyId] : [companyId, paperId]
  return keepReading(deps, { actorId: c.get('caller').personId, action, subjectIds })
}

/** Bytes that a stranger made: nothing may run, frame or keep them. */
const STRANGE = { 'content-security-policy': "default-src 'none'; sandbox" }

/** Read anew each time, also after a write: what stands on the paper is kept with the paper alone, sealed. */
async function answerPaper(
  c: Context<Bindings>,
  deps: Deps,
  { companyId, paperId }: { readonly companyId: string; readonly paperId: string },
  done: { readonly status: number; readonly replayed: boolean },
): Promise<Response> {
  const paper = await describePaper(deps, deps.database.queries, companyId, paperId)
  await wasRead(c, deps, 'paper.read', paperId)
  return answerJson(c, paper, done.status, replayedHeader(done))
}

const reads = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .get(ROOT, ...member, checked('query', papersContract.query), async (c) => {
      const list = await listPapers(deps.database.queries, c.get('member').companyId, c.req.valid('query'))
      await wasRead(c, deps, 'papers.read')
      return answerJson(c, list)
    })
    .get(PAPER, ...member, async (c) => {
      return answerPaper(c, deps, paperIn(c), { status: 200, replayed: false })
    })
    .get(`${PAPER}/image`, ...member, checked('query', paperImageContract.query), async (c) => {
      const { page, sheet, size } = c.req.valid('query')
      const which = paperIn(c)
      const { bytes } = await openImage(deps, { ...which, page: Number(page), sheet: Number(sheet), size }, () =>
        wasRead(c, deps, 'paper.image.read', which.paperId),
      )
      return answerStream(c, bytes, {
        ...STRANGE,
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=3600',
      })
    })
    .get(`${PAPER}/original`, ...member, checked('query', paperOriginalContract.query), async (c) => {
      const { page } = c.req.valid('query')
      const which = paperIn(c)
      const { bytes, page: file } = await openOriginal(deps, { ...which, page: Number(page) }, () =>
        wasRead(c, deps, 'paper.original.read', which.paperId),
      )
      return answerStream(c, bytes, {
        ...STRANGE,
        'content-type': 'application/octet-stream',
        'content-length': String(file.size),
        'content-disposition': attachment(file.name),
        'cache-control': 'private, no-store',
      })
    })
}

const writes = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .post(ROOT, ...member, jsonBody, checked('json', newPaperContract.body), async (c) => {
      const { kind = null } = c.req.valid('json')
      const { companyId } = c.get('member')
      const done = await doOnce(c, deps, { kind }, async (transaction) => {
        const id = deps.newId()
        await insertPaper(transaction, { id, companyId, personId: c.get('caller').personId, kind })
        return { status: 201, body: id }
      })
      return answerPaper(c, deps, { companyId, paperId: String(done.body) }, done)
    })
    .put(`${PAPER}/kind`, ...member, jsonBody, checked('json', paperKindContract.body), async (c) => {
      const { kind } = c.req.valid('json')
      const which = paperIn(c)
      const done = await doOnce(c, deps, { kind }, async (transaction) => {
        await confirmKind(deps, transaction, which, kind)
        return { status: 200, body: which.paperId }
      })
      deps.wakeJobs()
      return answerPaper(c, deps, which, done)
    })
    .put(`${PAPER}/fields`, ...member, jsonBody, checked('json', paperFieldsContract.body), async (c) => {
      const given = c.req.valid('json')
      const which = paperIn(c)
      const done = await doOnce(c, deps, given, async (transaction) => {
        await confirmFields(deps, transaction, which, given)
        return { status: 200, body: which.paperId }
      })
      return answerPaper(c, deps, which, done)
    })
    .put(`${PAPER}/pages`, ...member, jsonBody, checked('json', paperPagesContract.body), async (c) => {
      const which = paperIn(c)
      await changePages(deps, which, c.req.valid('json').fileIds)
      return answerPaper(c, deps, which, { status: 200, replayed: false })
    })
    .delete(PAPER, ...member, async (c) => {
      await deletePaper(deps, paperIn(c))
      return answerJson(c, undefined, 204)
    })
}

export const paperRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>().route('/', reads(deps)).route('/', writes(deps))
