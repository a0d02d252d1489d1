import {
  actContract,
  chooseRulesContract,
  editSubmissionContract,
  formFileContract,
  newSubmissionContract,
  submitContract,
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
import { actOn } from '../services/submissions/act'
import { assemble } from '../services/submissions/assemble'
import { checkSubmission } from '../services/submissions/check-up'
import { changesNow, chooseRules } from '../services/submissions/choose-rules'
import { describeSubmission, listSubmissions, ownSubmission } from '../services/submissions/describe'
import { dropSubmission, editSubmission } from '../services/submissions/edit-submission'
import { formFile } from '../services/submissions/form-file'
import { listRounds } from '../services/submissions/rounds'
import { roundOf, startSubmission } from '../services/submissions/start-submission'
import { noSuchSubmission } from '../services/submissions/steps'
import { submit } from '../services/submissions/submit'
import { describeTimeline } from '../services/submissions/timeline'
import { listToDo } from '../services/submissions/to-do'

const ROOT = '/v1/companies/:companyId/submissions'
const ONE = `${ROOT}/:submissionId`
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The submission in the path, always together with the company in it. */
function whichIn(c: Context<Bindings>): { readonly companyId: string; readonly submissionId: string } {
  const submissionId = c.req.param('submissionId') ?? ''
  if (!UUID.test(submissionId)) throw noSuchSubmission()
  return { companyId: c.get('member').companyId, submissionId }
}

/** Nobody gets to see a submission without that being written down first. */
const wasRead = (c: Context<Bindings>, deps: Deps, action: Reading['action'], submissionId?: string): Promise<void> => {
  const { companyId } = c.get('member')
  const subjectIds = submissionId === undefined ? [companyId] : [companyId, submissionId]
  return keepReading(deps, { actorId: c.get('caller').personId, action, subjectIds })
}

/** Says how it stands, also after a write: only the id of what was written is kept for a repetition. */
async function answerDetail(
  c: Context<Bindings>,
  deps: Deps,
  submissionId: string,
  how: { readonly status: number; readonly replayed: boolean },
): Promise<Response> {
  const which = { companyId: c.get('member').companyId, submissionId }
  const detail = await describeSubmission(deps, deps.database.queries, which)
  await wasRead(c, deps, 'submission.read', submissionId)
  return answerJson(c, detail, how.status, replayedHeader(how))
}

const reads = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .get(ROOT, ...member, async (c) => {
      const list = await listSubmissions(deps, deps.database.queries, c.get('member').companyId)
      await wasRead(c, deps, 'submissions.read')
      return answerJson(c, list)
    })
    .get(ONE, ...member, async (c) => answerDetail(c, deps, whichIn(c).submissionId, { status: 200, replayed: false }))
    .get(`${ONE}/check-up`, ...member, async (c) => {
      const row = await ownSubmission(deps.database.queries, whichIn(c))
      const { answer } = checkSubmission(await assemble(deps, deps.database.queries, row))
      await wasRead(c, deps, 'submission.check-up.read', row.id)
      return answerJson(c, answer)
    })
    .get(`${ONE}/timeline`, ...member, async (c) => {
      const row = await ownSubmission(deps.database.queries, whichIn(c))
      const timeline = await describeTimeline(deps, deps.database.queries, row)
      await wasRead(c, deps, 'submission.timeline.read', row.id)
      return answerJson(c, timeline)
    })
    .get(`${ONE}/rule-changes`, ...member, async (c) => {
      const row = await ownSubmission(deps.database.queries, whichIn(c))
      const changes = await changesNow(deps, deps.database.queries, row)
      await wasRead(c, deps, 'submission.rule-changes.read', row.id)
      return answerJson(c, changes)
    })
    .get(`${ONE}/forms/:file`, ...member, async (c) => {
      const file = formFileContract.params.shape.file.safeParse(c.req.param('file'))
      if (!file.success) throw noSuchSubmission()
      const row = await ownSubmission(deps.database.queries, whichIn(c))
      const { bytes, mediaType, name } = await formFile(deps, deps.database.queries, row, file.data)
      await wasRead(c, deps, 'submission.form.read', row.id)
      const once = async function* () {
        yield bytes
      }
      return answerStream(c, once(), {
        'content-type': mediaType,
        'content-length': String(bytes.length),
        'content-disposition': attachment(name),
        'cache-control': 'private, no-store',
      })
    })
}

const drafts = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .post(ROOT, ...member, jsonBody, checked('json', newSubmissionContract.body), async (c) => {
      const given = c.req.valid('json')
      const asked = roundOf(deps, given)
      // Asked before the transaction, which waits for no other system; told inside it, after a kept answer.
      await Promise.allSettled([asked])
      const who = { companyId: c.get('member').companyId, personId: c.get('caller').personId }
      const answer = await doOnce(c, deps, given, async (transaction) => ({
        status: newSubmissionContract.status,
        body: await startSubmission(deps, transaction, who, given, await asked),
      }))
      return answerDetail(c, deps, String(answer.body), answer)
    })
    .put(ONE, ...member, jsonBody, checked('json', editSubmissionContract.body), async (c) => {
      const which = whichIn(c)
      const given = c.req.valid('json')
      await deps.database.transaction((transaction) => editSubmission(deps, transaction, which, given))
      return answerDetail(c, deps, which.submissionId, { status: 200, replayed: false })
    })
    .put(`${ONE}/rule-changes`, ...member, jsonBody, checked('json', chooseRulesContract.body), async (c) => {
      const which = { ...whichIn(c), personId: c.get('caller').personId }
      const given = c.req.valid('json')
      await deps.database.transaction((transaction) => chooseRules(deps, transaction, which, given))
      return answerDetail(c, deps, which.submissionId, { status: 200, replayed: false })
    })
    .delete(ONE, ...member, async (c) => {
      const which = whichIn(c)
      await deps.database.transaction((transaction) => dropSubmission(transaction, which))
      return answerJson(c, undefined, 204)
    })
}

const sendings = (deps: Deps): Hono<Bindings> => {
  const member = [signedIn(deps), memberOf(deps)] as const
  return new Hono<Bindings>()
    .post(`${ONE}/submit`, ...member, jsonBody, checked('json', submitContract.body), async (c) => {
      const which = { ...whichIn(c), personId: c.get('caller').personId }
      const { version } = c.req.valid('json')
      const answer = await doOnce(c, deps, { version }, async (transaction) => {
        await submit(deps, transaction, { ...which, version })
        return { status: submitContract.status, body: null }
      })
      deps.wakeJobs()
      return answerDetail(c, deps, which.submissionId, answer)
    })
    .post(`${ONE}/acts`, ...member, jsonBody, checked('json', actContract.body), async (c) => {
      const which = { ...whichIn(c), personId: c.get('caller').personId }
      const given = c.req.valid('json')
      const answer = await doOnce(c, deps, given, async (transaction) => {
        await actOn(deps, transaction, which, given)
        return { status: actContract.status, body: null }
      })
      deps.wakeJobs()
      return answerDetail(c, deps, which.submissionId, answer)
    })
}

/** Filings and applications, what a person has to do, and the rounds. */
export const submissionRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .route('/', reads(deps))
    .route('/', drafts(deps))
    .route('/', sendings(deps))
    .get('/v1/me/todo', signedIn(deps), async (c) =>
      answerJson(c, await listToDo(deps, deps.database.queries, c.get('caller').personId)),
    )
    .get('/v1/rounds', async (c) => answerJson(c, await listRounds(deps)))
