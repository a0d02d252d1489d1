import { createHash } from 'node:crypto'
import { wan } from '@suanhui/shared/money'
import { slotsOf } from '@suanhui/shared/submission'
import { COMPANY, identityNumber, PROVIDER, stampedPage } from '../e2e/journey/story'
import { drawContract } from '../papers'
import { casesIn } from '../sandbox/platforms/case'
import { type Answered, type Client, until } from './client'
import type { Scene } from './scene'

/** What a page would send of the company; fictitious. */
const PROFILE = {
  registeredAddress: '长沙市岳麓区测试路1号',
  registeredOn: '2020-05-06',
  officeAddress: '长沙市岳麓区测试路1号',
  legalName: '测试甲',
  legalSex: 'male',
  legalIdKind: 'id_card',
  legalIdNumber: identityNumber('43010119800101001'),
  legalPosition: '总经理',
  legalPhone: '13800000002',
  contactName: '测试乙',
  contactSex: 'female',
  contactIdKind: 'id_card',
  contactIdNumber: identityNumber('43010119900202002'),
  contactPosition: '会计',
  contactPhone: COMPANY.phone,
  contactEmail: 'test@example.com',
  revenueLastYearFen: 120_000_000,
  revenueThisYearFen: 110_000_000,
  shareholders: [{ name: '测试甲', share: 1 }],
  sme: true,
  businessScope: '人工智能应用软件开发；计算机系统服务。',
  introduction: COMPANY.forms.report?.公司情况?.slice(0, 60) ?? '测试用的公司。',
  bankName: '测试银行长沙测试支行',
  bankAccount: '6222000000000000000',
}

const report = COMPANY.forms.report ?? {}
/** What nobody but a person can say of the application. */
const SAID = {
  demand: {
    claimedFen: wan(12),
    lastYearComputeFen: 0,
    computeKind: COMPANY.forms.demand?.算力使用类型,
    servicePurpose: COMPANY.forms.demand?.算力服务用途,
  },
  report: {
    project: report.项目名称,
    aboutCompany: report.公司情况,
    aboutUsage: report.算力资源使用情况,
    aboutValue: report.价值及成效,
  },
}

interface File {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An applicant without a page: each step waits for its answer, however long something is away. */
export interface Journey {
  readonly client: Client
  /** Bytes that were promised, by the paper they lie in. */
  readonly files: ReadonlyMap<string, string>
  company(): Promise<string>
  registered(): Promise<void>
  paper(kind: string, files: readonly File[]): Promise<string>
  contract(): Promise<string>
  /** Waits until everything that was sent has been read. */
  allRead(): Promise<void>
  filing(contractId: string, formId: string): Promise<string>
  /** Papers and answers of an application; the contract was filed before. */
  application(contractId: string): Promise<string>
  /** Writes into a form. */
  fill(id: string, forms: object): Promise<void>
  standing(id: string): Promise<string>
  submit(id: string): Promise<void>
}

function must(answer: Answered, ...statuses: readonly number[]): Answered {
  if (statuses.includes(answer.status)) return answer
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`.slice(0, 900))
}

export const caseOf = ({ sandbox }: Scene, kind: string) =>
  casesIn(sandbox.world.journal)
    .all()
    .find((one) => one.kind === kind && one.creditCode === COMPANY.creditCode)

/** One step of a reviewer. */
export async function decide(scene: Scene, seat: string, kind: string, action: string, input = {}): Promise<void> {
  const address = `${scene.sandbox.url}/desk/api/cases/${caseOf(scene, kind)?.id}/${action}`
  await atDesk(address, { seat, ...input })
}

/** The province orders what was recommended. */
export const rank = ({ sandbox }: Scene): Promise<void> =>
  atDesk(`${sandbox.url}/desk/api/round/rank`, { seat: 'province' })

async function atDesk(address: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`the desk answered ${response.status}: ${await response.text()}`)
}

export const contractPages = async (): Promise<readonly File[]> =>
  (await drawContract(COMPANY.contract)).map(({ bytes }, index) => ({ name: `合同${index + 1}.jpg`, bytes }))
export const stampedForm = async (seed: number): Promise<File> => stampedPage(seed)

export function journeyOf(scene: Scene): Journey {
  const client = scene.client(COMPANY.phone)
  const files = new Map<string, string>()
  let base = ''
  const write = (method: string, path: string, body?: unknown) => client.insist(method, path, body, 120_000)
  const read = async (path: string): Promise<Answered> => must(await client.insist('GET', path), 200)

  async function send({ name, bytes }: File, kind: string, paperId: string | undefined): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const wanted = { name, size: bytes.length, sha256, kind, ...(paperId !== undefined && { paperId }) }
    const { id, parts, partSize } = must(await write('POST', `${base}/uploads`, wanted), 201).body
    const path = `${base}/uploads/${id}`
    for (let part = 0; part < parts; part += 1) {
      const piece = bytes.slice(part * partSize, (part + 1) * partSize)
      must(await write('PUT', `${path}/parts/${part}`, piece), 204)
    }
    return must(await write('POST', `${path}/complete`), 200).body.paperId
  }

  /** What was read off it is right. */
  async function confirm(path: string): Promise<void> {
    const { reading } = (await read(path)).body
    const found: readonly (readonly [string, { readonly value: unknown }])[] = Object.entries(reading.fields)
    const fields = Object.fromEntries(found.map(([name, { value }]) => [name, value]))
    must(await write('PUT', `${path}/fields`, { fields }), 200)
  }

  return {
    client,
    files,
    async company() {
      const { creditCode, name } = COMPANY
      const { id, version } = must(
        await write('POST', '/v1/companies', { creditCode, name, region: '430104' }),
        201,
      ).body
      base = `/v1/companies/${id}`
      must(await write('PUT', base, { version, ...PROFILE }), 200)
      return id
    },
    async registered() {
      must(
        await write('POST', `${base}/registration`, {
          platform: 'hunan-scheduling',
          form: { companyName: COMPANY.name },
        }),
        202,
      )
    },
    async paper(kind, given) {
      let id: string | undefined
      for (const file of given) id = await send(file, kind, id)
      if (id === undefined) throw new Error('no file')
      const path = `${base}/papers/${id}`
      for (const [page, { bytes }] of given.entries()) {
        files.set(`${path}/original?page=${page}`, createHash('sha256').update(bytes).digest('hex'))
      }
      return id
    },
    async contract() {
      const id = await this.paper('contract', await contractPages())
      const path = `${base}/papers/${id}`
      await until('the contract is read', async () => (await read(path)).body.status === 'read', 400_000, 500)
      const { number, title, buyer, seller, signedOn, startsOn, endsOn, totalFen, chip } = COMPANY.contract
      const parties = { buyerName: buyer.name, buyerCode: buyer.code, sellerName: seller.name, sellerCode: seller.code }
      const fields = { number, title, ...parties, signedOn, startsOn, endsOn, totalFen, chip, site: PROVIDER.site }
      must(await write('PUT', `${path}/fields`, { fields }), 200)
      return id
    },
    async filing(contractId, formId) {
      const begun = must(await write('POST', `${base}/submissions`, { step: 'filing', paperId: contractId }), 201)
      const { id, version } = begun.body
      const forms = { filing: { areasOfUse: ['smart_devices'], purposes: ['model_training_inference'] } }
      const change = { version, forms, papers: { 'filing-form': [formId] } }
      must(await write('PUT', `${base}/submissions/${id}`, change), 200, 409)
      return id
    },
    async allRead() {
      const waiting = async (): Promise<boolean> => {
        const { papers } = (await read(`${base}/papers`)).body
        return papers.some(({ status }: { status: string }) => ['received', 'reading'].includes(status))
      }
      await until('everything is read', async () => !(await waiting()), 400_000, 500)
    },
    async application(contractId) {
      const papers: Record<string, readonly string[]> = { contract: [contractId] }
      for (const [label, { name, bytes }] of await COMPANY.papers()) {
        const slot = slotsOf('application', false).find((one) => one.label === label)
        if (slot === undefined) throw new Error(`no place for ${label}`)
        papers[slot.id] = [
          await this.paper(slot.id === 'proof' ? 'compute_bill' : (slot.kinds[0] ?? ''), [{ name, bytes }]),
        ]
      }
      await this.allRead()
      for (const id of papers.proof ?? []) await confirm(`${base}/papers/${id}`)
      const { rounds } = (await read('/v1/rounds')).body
      const roundId = rounds.find(({ open }: { open: boolean }) => open)?.id
      const begun = must(await write('POST', `${base}/submissions`, { step: 'application', roundId }), 201)
      const { id, version } = begun.body
      must(await write('PUT', `${base}/submissions/${id}`, { version, papers, forms: SAID }), 200, 409)
      const { contracts } = (await read(`${base}/submissions/${id}`)).body.forms.application
      const rows = contracts.value.map((row: object) => ({ ...row, viaPlatform: false }))
      await this.fill(id, { application: { contracts: rows } })
      return id
    },
    async fill(id, forms) {
      const path = `${base}/submissions/${id}`
      const { version } = (await read(path)).body
      must(await write('PUT', path, { version, forms }), 200, 409)
    },
    standing: async (id) => (await read(`${base}/submissions/${id}`)).body.standing.status,
    async submit(id) {
      const path = `${base}/submissions/${id}`
      const { findings, fields, slots } = (await read(`${path}/check-up`)).body
      if (fields.length + slots.length > 0) throw new Error(JSON.stringify({ fields, slots }).slice(0, 900))
      const noticed = findings.filter(({ severity }: { severity: string }) => severity === 'warning')
      const confirmedFindings = noticed.map((one: { id: string }) => one.id)
      const { version } = (await read(path)).body
      must(await write('PUT', path, { version, confirmedFindings }), 200, 409)
      const now = (await read(path)).body.version
      // A repetition of one whose answer was lost finds it submitted.
      must(await write('POST', `${path}/submit`, { version: now }), 202)
    },
  }
}
