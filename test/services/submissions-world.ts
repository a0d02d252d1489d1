import { randomUUID } from 'node:crypto'
import { platformOutgoing } from '@suanhui/bff/jobs/platform-outgoing'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { takeIn } from '@suanhui/bff/platforms/inbox'
import type { Platform, PlatformId, Provider, Round, Write, WriteAnswer } from '@suanhui/bff/platforms/platform'
import { saveFacts } from '@suanhui/bff/services/companies/facts-store'
import { sealProfile } from '@suanhui/bff/services/companies/profile-store'
import { sealPart } from '@suanhui/bff/services/papers/sealed-parts'
import { submissionAnswered, submissionMoved } from '@suanhui/bff/services/submissions/listeners'
import { replaceProviders } from '@suanhui/bff/stores/platforms-providers'
import type { SubmissionDetail } from '@suanhui/shared/api'
import { wan } from '@suanhui/shared/money'
import type { FieldValue, PaperKind, Reading } from '@suanhui/shared/papers'
import type { Change } from '@suanhui/shared/status'
import { onTestFinished, vi } from 'vitest'
import type { TestEngine } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { sent, testPapers } from './uploading'
import { CREDIT_CODE, creditCode, type ServicesWorld, servicesWorld, type TestPerson } from './world'

export const COMPANY = { name: '长沙测试智能科技有限公司', creditCode: CREDIT_CODE }
export const SELLER = { name: '湖南测试算力科技有限公司', creditCode: creditCode('91430100MA0PR0D01') }
export const ACCOUNT = '6222000000000000017'

export const ROUND: Round = {
  id: '2026-2',
  name: '2026年第二轮算力补贴申报',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  settledFrom: '2025-10-27',
  settledTo: '2026-12-31',
  budgetFen: wan(1000),
  committedFen: null,
}

const PROVIDER: Provider = {
  platform: 'hunan-scheduling',
  platformProviderId: 'P1',
  ...SELLER,
  region: '430100',
  chips: ['昇腾910B'],
  domesticChips: true,
  prices: [{ item: '昇腾910B', unit: '卡时', priceFen: 10_000 }],
  qualityScore: 90,
  registered: [{ from: '2026-01-01', to: null }],
}

/** A platform of the test's own: it may be away, refuse, and remembers what it was sent under which key. */
export interface FakePlatform extends Platform {
  mode: 'up' | 'down' | WriteAnswer
  readonly sent: { readonly write: Write; readonly subjectId: string; readonly key: string }[]
  readonly uploads: string[]
  rounds: 'up' | 'down'
}

export function fakePlatform(id: PlatformId, name: string): FakePlatform {
  const known = new Map<string, WriteAnswer>()
  const unavailable = { result: 'unavailable' } as const
  const platform: FakePlatform = {
    id,
    name,
    verbs: new Set(),
    mode: 'up',
    rounds: 'up',
    sent: [],
    uploads: [],
    async send(write, { subjectId }, key) {
      if (platform.mode === 'down') return unavailable
      const first = known.get(key)
      if (first !== undefined) return first
      platform.sent.push({ write, subjectId, key })
      const answer: WriteAnswer =
        platform.mode === 'up'
          ? { result: 'accepted', platformId: `P-${subjectId}`, receiptNumber: `湘测〔2026〕${platform.sent.length}号` }
          : platform.mode
      known.set(key, answer)
      return answer
    },
    async uploadPaper(sha256) {
      if (platform.mode === 'down') return unavailable
      platform.uploads.push(sha256)
      return { result: 'uploaded' }
    },
    readSubject: async () => ({ result: 'absent' }),
    eventsAfter: async (cursor) => ({ result: 'read', value: { events: [], cursor } }),
    readEvent: () => undefined,
    listProviders: async () => ({ result: 'absent' }),
    listRounds: async () => (platform.rounds === 'down' ? unavailable : { result: 'read', value: [ROUND] }),
    listNotices: async () => ({ result: 'read', value: [] }),
  }
  return platform
}

export interface Member {
  readonly person: TestPerson
  readonly companyId: string
}

const seal = { place: { page: 0, x: 0.6, y: 0.7, width: 0.2, height: 0.2 }, coverage: 0.9 }

const reading = (
  kind: PaperKind,
  fields: Readonly<Record<string, FieldValue>>,
  more: Partial<Reading> = {},
): Reading => ({
  kind,
  kindConfidence: 1,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, source: 'xml', confidence: 1, status: 'verified' }]),
  ),
  lines: [],
  seals: [],
  pages: [{ width: 1600, height: 2400, problems: [] }],
  disagreements: [],
  ...more,
})

/** Everything fits: an application with these papers passes. */
export const READINGS = {
  contract: (number = 'HT-2026-001') =>
    reading(
      'contract',
      {
        number,
        title: '算力服务合同',
        buyerName: COMPANY.name,
        buyerCode: COMPANY.creditCode,
        sellerName: SELLER.name,
        sellerCode: SELLER.creditCode,
        signedOn: '2026-11-01',
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        totalFen: wan(106),
        service: '人工智能模型训练',
        chip: '昇腾910B',
        site: '长沙测试算力中心',
        pageCount: 1,
      },
      { seals: [seal, seal] },
    ),
  invoice: (number = '26432000000012346521', buyer = COMPANY) =>
    reading(
      'invoice',
      {
        type: '31',
        number,
        issuedOn: '2026-11-05',
        buyerName: buyer.name,
        buyerCode: buyer.creditCode,
        sellerName: SELLER.name,
        sellerCode: SELLER.creditCode,
        amountFen: wan(10),
        taxFen: wan(0.6),
        totalFen: wan(10.6),
      },
      {
        lines: [
          {
            name: '*信息技术服务*GPU算力服务费',
            quantity: 1000,
            unit: '卡时',
            amountFen: wan(10),
            taxFen: wan(0.6),
            taxRate: '6%',
            from: '2026-11-01',
            to: '2026-11-04',
          },
        ],
      },
    ),
  payment: () =>
    reading('payment_slip', {
      serial: '20261106000017',
      payerName: COMPANY.name,
      payeeName: SELLER.name,
      amountFen: wan(10.6),
      paidOn: '2026-11-06',
    }),
  proof: () =>
    reading('usage_log', { startsOn: '2026-11-01', endsOn: '2026-11-04', cardHours: 1000 }, { seals: [seal] }),
  form: () => reading('stamped_form', {}, { seals: [seal] }),
} as const

const PROFILE = {
  registeredAddress: '长沙市天心区测试路1号',
  registeredOn: '2020-01-02',
  officeAddress: '长沙市天心区测试路1号',
  legalName: '王测试',
  legalSex: 'male',
  legalIdKind: 'passport',
  legalIdNumber: 'E00000001',
  legalPosition: '总经理',
  legalPhone: '13800000001',
  contactName: '李测试',
  contactSex: 'female',
  contactIdKind: 'passport',
  contactIdNumber: 'E00000002',
  contactPosition: '会计',
  contactPhone: '13800000002',
  contactEmail: 'test@example.com',
  revenueLastYearFen: wan(500),
  revenueThisYearFen: wan(450),
  shareholders: [{ name: '王测试', share: 1 }],
  sme: true,
  businessScope: '软件开发。',
  introduction: '测试用的公司，做人工智能软件。',
  bankName: '测试银行长沙支行',
  bankAccount: ACCOUNT,
} as const

const FACTS = {
  'company.kind': 'enterprise',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': wan(40),
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.viaPlatform': false,
} as const

const LONG =
  '本公司用买来的算力训练智能客服大模型，已经完成两个版本的训练和上线，回答的准确率从七成提高到九成，客户等待的时间减少一半以上。'

/** What nobody but a person can say. */
export const SAID = {
  filing: { areasOfUse: ['smart_devices'], purposes: ['model_training_inference'] },
  application: {},
  demand: { servicePurpose: '训练智能客服大模型' },
  report: { project: '智能客服大模型', aboutCompany: LONG, aboutUsage: LONG, aboutValue: LONG },
} as const

/** Two platforms, real papers, the real app and queue. */
export function flowWorld(engine: TestEngine) {
  let scheduling = fakePlatform('hunan-scheduling', '湖南省算力调度平台')
  let projects = fakePlatform('hunan-projects', '湖南省工信厅项目管理系统')
  const papers = testPapers()
  let wake: () => void = () => undefined
  const services = servicesWorld(engine, () => {
    scheduling = fakePlatform('hunan-scheduling', '湖南省算力调度平台')
    projects = fakePlatform('hunan-projects', '湖南省工信厅项目管理系统')
    wake = () => undefined
    return {
      papers,
      wakeJobs: () => wake(),
      platforms: {
        connected: { 'hunan-scheduling': scheduling, 'hunan-projects': projects },
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

async function newMember(world: ServicesWorld, code = COMPANY.creditCode): Promise<Member> {
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
}

/** An application that only needs to be submitted; its contract must have been filed. */
export async function readyApplication(world: ServicesWorld, member: Member, { contractId, invoice }: Pieces) {
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
  const draft = await begin(member, { step: 'application', roundId: ROUND.id })
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
export async function news(world: ServicesWorld, platform: PlatformId, id: string, ...changes: readonly Change[]) {
  for (const change of changes) {
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
      }),
    )
  }
}

export { quiet }
