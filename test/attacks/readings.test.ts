import { appendReading, READING_WINDOW_MS } from '@suanhui/bff/audit/append-reading'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { filled, isGuarded, type Route, routesOf } from './route'
import { attackScene, bearer } from './scene'
import { send } from './send'

const COMPANY = '/v1/companies/{companyId}'
const PAPER = `${COMPANY}/papers/{paperId}`
const SUBMISSION = `${COMPANY}/submissions/{submissionId}`
const UPLOAD = `${COMPANY}/uploads/{uploadId}`

type Decision = { readonly entry: string } | { readonly none: string }
const entry = (action: string): Decision => ({ entry: action })

const OWN = { none: 'the person who asks learns of nobody but themselves' }
const PUBLIC = { none: 'what everyone may see in a public register' }
const NAMES = { none: 'names of companies that the person is in; opened, each is written down' }
const ON_ITS_WAY = { none: 'name and size of a file on its way; once it is a paper, its reading is written down' }
const NOTHING = { none: 'it answers with no more than that it was done' }

/**
 * Every route that is not public: what stands in the audit once it has answered, or why nothing does. A route that is
 * new has to be decided here.
 */
const decided: Readonly<Record<string, Decision>> = {
  'POST /v1/logout': NOTHING,
  'GET /v1/me': OWN,
  'PUT /v1/me/phone': OWN,
  'GET /v1/me/sessions': OWN,
  'DELETE /v1/me/sessions/{sessionId}': NOTHING,
  'GET /v1/me/consents': OWN,
  'PUT /v1/me/consents': OWN,
  'GET /v1/me/export': entry('person.export'),
  'DELETE /v1/me': entry('person.delete'),
  'GET /v1/me/todo': NAMES,
  'GET /v1/me/messages': OWN,
  'GET /v1/me/unread-messages': OWN,
  'GET /v1/me/messages/{messageId}': OWN,
  'POST /v1/me/messages/{messageId}/read': NOTHING,
  'POST /v1/me/unread-messages/read': NOTHING,
  'GET /v1/me/notification-choices': OWN,
  'PUT /v1/me/notification-choices': OWN,
  'GET /v1/me/subscriptions': OWN,
  'POST /v1/me/subscriptions': OWN,

  'GET /v1/registry/companies': PUBLIC,
  'GET /v1/registry/companies/{creditCode}': PUBLIC,
  'GET /v1/companies': NAMES,
  'POST /v1/companies': entry('company.register'),
  [`GET ${COMPANY}`]: entry('company.read'),
  [`PUT ${COMPANY}`]: entry('company.change'),
  [`GET ${COMPANY}/facts`]: entry('company.facts.read'),
  [`PUT ${COMPANY}/facts`]: entry('company.facts.change'),
  [`GET ${COMPANY}/members`]: entry('company.members.read'),
  [`PUT ${COMPANY}/members/{personId}`]: entry('company.member.make-agent'),
  [`DELETE ${COMPANY}/members/{personId}`]: entry('company.member.leave'),
  [`GET ${COMPANY}/invitations`]: entry('company.invitations.read'),
  [`POST ${COMPANY}/invitations`]: entry('company.invite-agent'),
  [`DELETE ${COMPANY}/invitations/{invitationId}`]: entry('company.invitation.withdraw'),
  'GET /v1/invitations/{token}': NAMES,
  'POST /v1/invitations/{token}/accept': entry('company.invitation.accept'),

  [`POST ${COMPANY}/uploads`]: ON_ITS_WAY,
  [`GET ${UPLOAD}`]: ON_ITS_WAY,
  [`PUT ${UPLOAD}/parts/{part}`]: NOTHING,
  [`POST ${UPLOAD}/complete`]: ON_ITS_WAY,
  [`DELETE ${UPLOAD}`]: NOTHING,
  [`GET ${COMPANY}/papers`]: entry('papers.read'),
  [`POST ${COMPANY}/papers`]: entry('paper.read'),
  [`GET ${PAPER}`]: entry('paper.read'),
  [`PUT ${PAPER}/kind`]: entry('paper.read'),
  [`PUT ${PAPER}/fields`]: entry('paper.read'),
  [`PUT ${PAPER}/pages`]: entry('paper.read'),
  [`GET ${PAPER}/image`]: entry('paper.image.read'),
  [`GET ${PAPER}/original`]: entry('paper.original.read'),
  [`DELETE ${PAPER}`]: NOTHING,

  [`GET ${COMPANY}/submissions`]: entry('submissions.read'),
  [`POST ${COMPANY}/submissions`]: entry('submission.read'),
  [`GET ${SUBMISSION}`]: entry('submission.read'),
  [`PUT ${SUBMISSION}`]: entry('submission.read'),
  [`DELETE ${SUBMISSION}`]: NOTHING,
  [`GET ${SUBMISSION}/check-up`]: entry('submission.check-up.read'),
  [`GET ${SUBMISSION}/timeline`]: entry('submission.timeline.read'),
  [`GET ${SUBMISSION}/rule-changes`]: entry('submission.rule-changes.read'),
  [`PUT ${SUBMISSION}/rule-changes`]: entry('submission.read'),
  [`GET ${SUBMISSION}/forms/{file}`]: entry('submission.form.read'),
  [`POST ${SUBMISSION}/submit`]: entry('submission.submit'),
  [`POST ${SUBMISSION}/acts`]: entry('submission.explain'),
  [`GET ${COMPANY}/registration`]: entry('registration.read'),
  [`POST ${COMPANY}/registration`]: entry('registration.submit'),
}

const isRead = ({ method }: Route): boolean => method === 'GET'

describe.each(engines)('who reads what is written down, on the $name database', (engine) => {
  const scene = attackScene(engine)
  const entries = async (): Promise<readonly string[]> => {
    const rows = await scene().database.queries.selectFrom('audit_entries').select('content').orderBy('seq').execute()
    return rows.map(({ content }) => content)
  }
  /** As the victim, about what is theirs, as the table has it. */
  const ask = (route: Route) => {
    const { url, victim } = scene()
    const { method, row, contract } = route
    return send(url, {
      method,
      path: filled(route, victim.ids),
      headers: { ...bearer(victim.tokens), ...(contract.body && { 'content-type': 'application/json' }) },
      ...(contract.body && { body: JSON.stringify(row.body) }),
    })
  }

  it('every route that is not public is decided, and nothing else is', () => {
    const guarded = routesOf(scene().app)
      .filter(isGuarded)
      .map(({ key }) => key)
    expect(guarded.filter((key) => decided[key] === undefined)).toEqual([])
    expect(Object.keys(decided).filter((key) => !guarded.includes(key))).toEqual([])
  })

  it('each of them leaves the entry that stands here, by whom and about what, and no other leaves one', async () => {
    const { database, victim } = scene()
    const answered: string[] = []
    // Read first: what is written may be gone afterwards.
    const routes = routesOf(scene().app).filter(isGuarded)
    for (const route of [...routes.filter(isRead), ...routes.filter((one) => !isRead(one))]) {
      const decision = decided[route.key]
      if (decision === undefined || route.row.ends) continue
      // What was read for the route before is read anew.
      await sql`truncate audit_entries`.execute(database.queries)
      const { status } = await ask(route)
      const actions = (await entries()).map((content) => JSON.parse(content))
      if (status >= 300) {
        expect([route.key, status, isRead(route) && 'entry' in decision]).toEqual([route.key, status, false])
        continue
      }
      answered.push(route.key)
      if ('none' in decision) {
        expect([route.key, actions.filter(([, action]) => action.endsWith('.read'))]).toEqual([route.key, []])
        continue
      }
      const kept = actions.find(([, action]) => action === decision.entry)
      expect([route.key, kept?.[0]]).toEqual([route.key, victim.ids.personId])
      const about = ['paperId', 'submissionId', 'companyId'].filter((id) => route.params.includes(id)).slice(0, 1)
      for (const id of about)
        expect([route.key, kept?.[2]]).toEqual([route.key, expect.arrayContaining([victim.ids[id]])])
    }
    expect(answered.length).toBeGreaterThan(30)
    expect(await verifyAudit(database.queries)).not.toHaveProperty('brokenAt')
  })

  it('once an hour: by the same person, of the same thing, in the same way', async () => {
    const { database, clock } = scene()
    const [one, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
    const reading = (actorId: string, action: 'paper.read' | 'paper.image.read', subject: string) =>
      database.transaction((transaction) =>
        appendReading(transaction, { at: clock.now, actorId, action, subjectIds: [subject] }),
      )
    const before = (await entries()).length
    const count = async () => (await entries()).length - before
    await Promise.all(Array.from({ length: 5 }, () => reading(one, 'paper.read', 'a')))
    expect(await count()).toBe(1)
    await reading(one, 'paper.image.read', 'a')
    await reading(one, 'paper.read', 'b')
    await reading(other, 'paper.read', 'a')
    expect(await count()).toBe(4)
    clock.forward(READING_WINDOW_MS - 1)
    await reading(one, 'paper.read', 'a')
    expect(await count()).toBe(4)
    clock.forward(1)
    await reading(one, 'paper.read', 'a')
    expect(await count()).toBe(5)
  })

  it('is not written down where nothing is handed out', async () => {
    const { url, victim, attacker } = scene()
    const before = (await entries()).length
    const path = `/v1/companies/${victim.ids.companyId}/papers/${victim.ids.paperId}`
    for (const what of ['', '/image?page=0&size=view', '/original?page=0']) {
      const answer = await send(url, { method: 'GET', path: path + what, headers: bearer(attacker.tokens) })
      expect(answer.status).toBe(404)
    }
    const beyond = await send(url, { method: 'GET', path: `${path}/original?page=7`, headers: bearer(victim.tokens) })
    expect(beyond.status).toBe(404)
    expect((await entries()).length).toBe(before)
  })
})
