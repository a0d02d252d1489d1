import { randomUUID } from 'node:crypto'
import { platformOutgoing } from '@suanhui/bff/jobs/platform-outgoing'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { takeIn } from '@suanhui/bff/platforms/inbox'
import type { PlatformEvent, PlatformId } from '@suanhui/bff/platforms/platform'
import { saveFacts } from '@suanhui/bff/services/companies/facts-store'
import { sealProfile } from '@suanhui/bff/services/companies/profile-store'
import { sealPart } from '@suanhui/bff/services/papers/sealed-parts'
import { submissionAnswered, submissionMoved } from '@suanhui/bff/services/submissions/listeners'
import { replaceProviders } from '@suanhui/bff/stores/platforms-providers'
import type { SubmissionDetail } from '@suanhui/shared/api'
import type { Reading } from '@suanhui/shared/papers'
import type { Change } from '@suanhui/shared/status'
import { onTestFinished, vi } from 'vitest'
import type { TestEngine } from '../stores/engines'
import { COMPANY, FACTS, PROFILE, READINGS, SAID } from './submissions-papers'
import { fakePlatform, PROVIDER, ROUND } from './submissions-platform'
import { sent, testPapers } from './uploading'
import { agreeToSharing, type ServicesWorld, servicesWorld, type TestPerson } from './world'

export interface Member {
  readonly person: TestPerson
  readonly companyId: string
}

/** Two platforms, real papers, the real app and queue. */
export function flowWorld(engine: TestEngine) {
  let scheduling = fakePlatform('hunan-scheduling', '湖南省算力调度平台')
  let projects = fakePlatform('hunan-projects', '湖南省工信厅项目管理系统')
  let dispatch = fakePlatform('shanxi-dispatch', '山西省一体化算力调度和监测平台')
  const papers = testPapers()
  let wake: () => void = () => undefined
  const services = servicesWorld(engine, () => {
    scheduling = fakePlatform('hunan-scheduling', '湖南省算力调度平台')
    projects = fakePlatform('hunan-projects', '湖南省工信厅项目管理系统')
    dispatch = fakePlatform('shanxi-dispatch', '山西省一体化算力调度和监测平台')
    wake = () => undefined
    return {
      papers,
      wakeJobs: () => wake(),
      platforms: {
        connected: { 'hunan-scheduling': scheduling, 'hunan-projects': projects, 'shanxi-dispatch': dispatch },
        keys: {},
        statusListeners: [submissionMoved],
        writeListeners: [submissionAnswered],
      },
    }
  })
  return {
    services,
    scheduling: () => scheduling,
    projects: () => projects,
    dispatch: () => dispatch,
    /** The queue works until the test ends. */
    work() {
      const { deps, database } = services()
      const runner = startJobs([platformOutgoing(deps)], {
        database,
        log: deps.log,
        newId: randomUUID,
        random: () => 0,
      })
      wake = () => runner.wake()
      onTestFinished(() => runner.stop())
      return runner
    },
    member: (code?: string) => newMember(services(), code),
  }
}

export async function newMember(world: ServicesWorld, code = COMPANY.creditCode): Promise<Member> {
  const person = await world.person()
  const companyId = await world.companyOf(person, { name: COMPANY.name, creditCode: code })
  const { deps, database } = world
  const at = deps.clock()
  await database.transaction(async (transaction) => {
    const profile = await sealProfile(deps, transaction, companyId, PROFILE)
    await transaction
      .insertInto('company_profiles')
      .values({ company_id: companyId, version: 1, source: 'person', profile, updated_at: at })
      .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ profile }))
      .execute()
    const heard = { source: 'person', knownOn: '2026-11-20', updatedAt: at.toISOString() } as const
    const known = Object.fromEntries(Object.entries(FACTS).map(([id, value]) => [id, { value, ...heard }]))
    await saveFacts(deps, transaction, companyId, known, at)
    await replaceProviders(transaction, 'hunan-scheduling', [PROVIDER], at)
  })
  await agreeToSharing(person)
  return { person, companyId }
}

/** A paper of the company, uploaded, and read as given. */
export async function paper(world: ServicesWorld, { person, companyId }: Member, as: Reading): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`)
  const { paperId } = await sent(world.app, person, companyId, bytes, { kind: as.kind, name: '材料.pdf' })
  if (paperId === undefined) throw new Error('the file became no paper')
  await world.database.transaction(async (transaction) => {
    const own = { id: paperId, company_id: companyId }
    await transaction
      .updateTable('papers')
      .set({ reading: await sealPart(world.deps, transaction, own, 'reading', as), status: 'read' })
      .where('id', '=', paperId)
      .execute()
  })
  return paperId
}

export const basePath = (companyId: string): string => `/v1/companies/${companyId}/submissions`
export const pathOf = ({ companyId }: Member, id: string): string => `${basePath(companyId)}/${id}`

export async function asJson<T>(answer: Response, status = 200): Promise<T> {
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`${answer.status} ${text}`)
  return JSON.parse(text)
}

export const begin = async (member: Member, body: unknown): Promise<SubmissionDetail> =>
  asJson(await member.person.ask('POST', basePath(member.companyId), body), 201)

export const read = async (member: Member, id: string): Promise<SubmissionDetail> =>
  asJson(await member.person.ask('GET', pathOf(member, id)))

export const change = async (member: Member, { id, version }: SubmissionDetail, body: object) =>
  asJson<SubmissionDetail>(await member.person.ask('PUT', pathOf(member, id), { version, ...body }))

export const submit = (
  member: Member,
  { id, version }: SubmissionDetail,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => member.person.ask('POST', `${pathOf(member, id)}/submit`, { version }, headers)

/** A filing that only needs to be submitted. */
export async function readyFiling(
  world: ServicesWorld,
  member: Member,
  contractId?: string,
): Promise<SubmissionDetail> {
  const contract = contractId ?? (await paper(world, member, READINGS.contract()))
  const stamped = await paper(world, member, READINGS.form())
  const draft = await begin(member, { step: 'filing', paperId: contract })
  return change(member, draft, { forms: { filing: SAID.filing }, papers: { 'filing-form': [stamped] } })
}

interface Pieces {
  readonly contractId: string
  readonly invoice?: Reading
  readonly roundId?: string
}

/** An application that only needs to be submitted; its contract must have been filed. */
export async function readyApplication(
  world: ServicesWorld,
  member: Member,
  { contractId, invoice, roundId = ROUND.id }: Pieces,
) {
  const one = (as: Reading) => paper(world, member, as)
  const papers = {
    contract: [contractId],
    invoice: [await one(invoice ?? READINGS.invoice())],
    payment: [await one(READINGS.payment())],
    proof: [await one(READINGS.proof())],
    'demand-form': [await one(READINGS.form())],
    'application-form': [await one(READINGS.form())],
    report: [await one(READINGS.form())],
    'filing-form': [await one(READINGS.form())],
  }
  const draft = await begin(member, { step: 'application', roundId })
  const { demand, application, report } = SAID
  return change(member, draft, { papers, forms: { demand, application, report } })
}

/** Waits until the platform has answered. */
export const settled = (member: Member, id: string, sending = 'sent'): Promise<SubmissionDetail> =>
  vi.waitFor(
    async () => {
      const detail = await read(member, id)
      if (detail.sending !== sending) throw new Error(`still ${detail.sending}: ${detail.refusal ?? ''}`)
      return detail
    },
    { timeout: 15_000, interval: 50 },
  )

/** News of a subject, numbered from where it stands. */
export async function news(
  world: ServicesWorld,
  platform: PlatformId,
  id: string,
  ...changes: readonly (Change & Pick<PlatformEvent, 'amountFen' | 'dueOn'>)[]
) {
  for (const { amountFen, dueOn, ...change } of changes) {
    const { sequence, kind } = await world.database.queries
      .selectFrom('platform_subjects')
      .select(['sequence', 'kind'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    world.clock.forward(60_000)
    await world.database.transaction((transaction) =>
      takeIn(transaction, world.deps, platform, {
        eventId: randomUUID(),
        type: 'status.changed',
        occurredAt: world.clock.now.toISOString(),
        subject: { kind, platformId: `P-${id}` },
        sequence: sequence + 1,
        change,
        ...(amountFen !== undefined && { amountFen }),
        ...(dueOn !== undefined && { dueOn }),
      }),
    )
  }
}
