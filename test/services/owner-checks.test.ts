import { randomUUID } from 'node:crypto'
import { type Contract, contracts, Invitation } from '@suanhui/shared/api'
import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { closeExaminer, sendParts, sent, testPapers } from './uploading'
import { creditCode, servicesWorld, type TestPerson } from './world'

closeExaminer()

const closed = contracts(catalogue).filter(({ access }) => access !== 'public' && access !== 'system')
const inCompany = closed.filter(({ access }) => access === 'member' || access === 'owner')
const nameOf = ({ method, path }: Contract): string => `${method.toUpperCase()} ${path}`
const paramsOf = ({ path }: Contract): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

/** Ids of things that belong to a company or a person, by the name of their parameter. */
type Ids = Readonly<Record<string, string>>

/** Parameters that belong to nobody: places inside something with an id of its own, and what the public register has. */
const PLACES: Ids = { part: '0', file: 'all.pdf', creditCode: creditCode('91430104MA0TEXT0X') }

/** The path with these ids in it. @throws where a route has a parameter that this test does not know: add its id. */
const pathOf = (contract: Contract, ids: Ids): string =>
  contract.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = { ...PLACES, ...ids }[name]
    if (id === undefined)
      throw new Error(`${nameOf(contract)}: no owner check knows a “${name}”: make one in everythingOf`)
    return id
  })

/** Good bodies for routes that look for an id inside a company: a bad one would be refused before the id is looked up. */
const BODIES: Readonly<Record<string, unknown>> = {
  'PUT /v1/companies/{companyId}/members/{personId}': { role: 'agent' },
  'PUT /v1/companies/{companyId}/papers/{paperId}/kind': { kind: 'invoice' },
  'PUT /v1/companies/{companyId}/papers/{paperId}/fields': { fields: {} },
  'PUT /v1/companies/{companyId}/papers/{paperId}/pages': { fileIds: [randomUUID()] },
  'PUT /v1/companies/{companyId}/submissions/{submissionId}': { version: 1 },
  'PUT /v1/companies/{companyId}/submissions/{submissionId}/rule-changes': { version: 1, choice: 'keep', to: 'x' },
  'POST /v1/companies/{companyId}/submissions/{submissionId}/submit': { version: 1 },
  'POST /v1/companies/{companyId}/submissions/{submissionId}/acts': { act: 'withdraw', text: '测试' },
}

describe.each(engines)('every route that is not public, on the $name database', (engine) => {
  const papers = testPapers()
  const world = servicesWorld(engine, () => ({ papers }))

  const ask = async (contract: Contract, ids: Ids, person?: TestPerson): Promise<number> => {
    const body = BODIES[nameOf(contract)]
    const bytes = contract.bytes?.[0]
    const type = bytes ?? (contract.body ? 'application/json' : undefined)
    const response = await world().app.request(pathOf(contract, ids), {
      method: contract.method.toUpperCase(),
      headers: {
        ...(person && { authorization: `Bearer ${person.token}` }),
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(bytes !== undefined ? { body: 'x' } : contract.body && { body: JSON.stringify(body ?? {}) }),
    })
    await response.arrayBuffer()
    return response.status
  }
  /** Those that answer with anything else. */
  async function otherThan(expected: number, routes: readonly Contract[], ids: Ids, person?: TestPerson) {
    const wrong: string[] = []
    for (const contract of routes) {
      const status = await ask(contract, ids, person)
      if (status !== expected) wrong.push(`${nameOf(contract)} answers ${status}`)
    }
    return wrong
  }

  /** A company with an owner, an agent and one of everything that has an id. */
  async function everythingOf(code: string) {
    const { app, database, clock } = world()
    const [owner, agent] = [await world().person(), await world().person()]
    const companyId = await world().companyOf(owner, { creditCode: creditCode(code) })
    const { queries } = database
    await queries
      .insertInto('company_members')
      .values({ company_id: companyId, person_id: agent.id, role: 'agent' })
      .execute()
    const { id: uploadId } = await sendParts(app, owner, companyId, Buffer.from('%PDF-1.7\nopen'))
    const { paperId } = await sent(app, owner, companyId, Buffer.from('%PDF-1.7\npaper'))
    const submissionId = randomUUID()
    await queries
      .insertInto('submissions')
      .values({
        id: submissionId,
        company_id: companyId,
        created_by: owner.id,
        step: 'filing',
        measure_id: 'changsha/compute-voucher',
        platform: 'hunan-projects',
        round: null,
        answers: null,
        papers: '{}',
        confirmed_findings: '[]',
        refusal: null,
        receipt_number: null,
        pinned: null,
        pinned_sha256: null,
        catalogue_version: null,
        first_submitted_at: null,
        submitted_at: null,
        act: null,
        act_sequence: null,
      })
      .execute()
    const invited = await owner.ask('POST', `/v1/companies/${companyId}/invitations`, { role: 'agent' })
    const { id: invitationId } = Invitation.parse(await invited.json())
    const now = clock.now
    const sessionId = randomUUID()
    await queries
      .insertInto('sessions')
      .values({
        id: sessionId,
        person_id: owner.id,
        device: '测试手机',
        created_at: now,
        last_used_at: now,
        expires_at: new Date(now.getTime() + 3_600_000),
        ended_at: null,
      })
      .execute()
    const messageId = randomUUID()
    await queries
      .insertInto('messages')
      .values({
        id: messageId,
        person_id: owner.id,
        company_id: companyId,
        topic: 'progress',
        dedupe_key: 'test',
        content: 'sealed',
        urgent: false,
        created_at: now,
        read_at: null,
      })
      .execute()
    const ids: Ids = {
      companyId,
      uploadId,
      paperId,
      submissionId,
      invitationId,
      personId: agent.id,
      sessionId,
      messageId,
      // Whoever holds an invitation may read it, so the stranger has one that nobody wrote.
      token: 'an-invitation-that-nobody-wrote',
    }
    return { owner, agent, ids }
  }

  it('is known by its parameters', async () => {
    const { ids } = await everythingOf('91430104MA0TEXT0X')
    expect(closed.length).toBeGreaterThan(30)
    for (const contract of closed) expect(pathOf(contract, ids)).not.toContain('{')
  })

  it('wants a token', async () => {
    const { ids } = await everythingOf('91430104MA0TEXT0X')
    expect(await otherThan(401, closed, ids)).toEqual([])
  })

  it('is not there for strangers, with the real ids of a company: 404, never 403', async () => {
    const { ids, owner } = await everythingOf('91430104MA0TEXT0X')
    const stranger = await world().person()
    expect(await otherThan(404, inCompany, ids, stranger)).toEqual([])
    // All is as it was.
    expect((await owner.ask('GET', `/v1/companies/${ids.companyId}/papers/${ids.paperId}`)).status).toBe(200)
    expect((await owner.ask('GET', `/v1/companies/${ids.companyId}/uploads/${ids.uploadId}`)).status).toBe(200)
  })

  it('does not find, in one’s own company, what belongs to another', async () => {
    const { ids } = await everythingOf('91430104MA0TEXT0X')
    const { owner: stranger, ids: own } = await everythingOf('91430104MA0TEXT1X')
    const routes = inCompany.filter((contract) => paramsOf(contract).some((name) => name !== 'companyId'))
    expect(routes.length).toBeGreaterThan(15)
    const mixed = { ...ids, companyId: own.companyId ?? '' }
    for (const contract of routes) {
      const body = BODIES[nameOf(contract)]
      if (contract.body !== undefined)
        expect([nameOf(contract), contract.body.safeParse(body).success]).toEqual([nameOf(contract), true])
    }
    expect(await otherThan(404, routes, mixed, stranger)).toEqual([])
  })

  it('of persons finds nothing that is another’s', async () => {
    const { ids } = await everythingOf('91430104MA0TEXT0X')
    const stranger = await world().person()
    const routes = closed.filter(
      (contract) => contract.access === 'person' && paramsOf(contract).some((name) => !(name in PLACES)),
    )
    expect(routes.length).toBeGreaterThan(0)
    expect(await otherThan(404, routes, ids, stranger)).toEqual([])
  })

  it('of owners is forbidden to agents', async () => {
    const { ids, agent } = await everythingOf('91430104MA0TEXT0X')
    const routes = closed.filter(({ access }) => access === 'owner')
    expect(routes.length).toBeGreaterThan(2)
    expect(await otherThan(403, routes, ids, agent)).toEqual([])
  })
})
