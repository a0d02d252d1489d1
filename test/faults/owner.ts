import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { checkCharacter } from '@suanhui/shared/credit-code'
import { type Answered, type Client, until } from './client'
import type { Ledger } from './ledger'

/** Holds everyone still, so that what they were told can be looked at. */
export interface Barrier {
  /** Passes at once, or when the barrier is lifted. */
  pass(): Promise<void>
  /** Resolves when everybody stands before it. */
  lower(): Promise<void>
  lift(): void
}

export function openBarrier(people: () => number): Barrier {
  let lowered = false
  let standing = 0
  let waiting: (() => void)[] = []
  return {
    async pass() {
      if (!lowered) return
      standing += 1
      await new Promise<void>((go) => waiting.push(go))
      standing -= 1
    },
    async lower() {
      lowered = true
      await until('everybody stands still', () => standing === people(), 90_000, 20)
    },
    lift() {
      lowered = false
      for (const go of waiting) go()
      waiting = []
    },
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Fictitious, like all companies of the tests. */
function freshCreditCode(): string {
  const first17 = `91430104MA0${Array.from(randomBytes(6), (byte) => LETTERS[byte % LETTERS.length]).join('')}`
  return first17 + checkCharacter(first17)
}

function expected(answer: Answered, ...statuses: readonly number[]): Answered {
  if (statuses.includes(answer.status)) return answer
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`.slice(0, 400))
}

const MOST_AGAIN = 5
const mustComeAnew = ({ status, body }: Answered): boolean =>
  status === 409 && body.error.fields?.some(({ field }: { field: string }) => field === 'sha256') === true

/** One whose company writes something at every turn, and believes what it is told. */
export class Owner {
  readonly companies: string[] = []
  readonly registered: string[] = []
  #count = 0
  #turn = 0

  constructor(
    readonly client: Client,
    private readonly ledger: Ledger,
    private readonly pass: () => Promise<void>,
    private readonly mostCompanies = 8,
  ) {}

  async #write(method: string, path: string, body?: unknown): Promise<Answered> {
    await this.pass()
    return this.client.insist(method, path, body)
  }
  async #read(path: string): Promise<Answered> {
    return expected(await this.client.insist('GET', path), 200)
  }
  /** A number that was not used before. */
  #next(): number {
    this.#count += 1
    return this.#count
  }

  /** Whatever is its turn. */
  async turn(): Promise<void> {
    const company = this.companies.at(-1)
    if (company === undefined) return this.register()
    const steps = [
      () => this.changeFacts(company),
      () => (this.registered.includes(company) ? this.register() : this.sendRegistration(company)),
      () => this.changeProfile(company),
      () => this.draft(company),
      () => this.consent(company),
      () => this.upload(company),
    ]
    this.#turn += 1
    await steps[this.#turn % steps.length]?.()
  }

  async register(): Promise<void> {
    if (this.companies.length >= this.mostCompanies) return
    const name = `长沙测试${randomUUID().slice(0, 8)}有限公司`
    const body = { creditCode: freshCreditCode(), name, region: '430104' }
    const { id } = expected(await this.#write('POST', '/v1/companies', body), 201).body
    this.companies.push(id)
    const path = `/v1/companies/${id}`
    this.ledger.keep(path, '公司', name, async () => (await this.#read(path)).body.name)
    const count = this.companies.length
    this.ledger.keep(`companies ${this.client.phone}`, '公司个数', count, async () => {
      return (await this.#read('/v1/companies')).body.companies.length
    })
  }

  async changeFacts(company: string): Promise<void> {
    const path = `/v1/companies/${company}/facts`
    const value = this.#next() * 100
    expected(await this.#write('PUT', path, { facts: { 'compute.annualPurchaseFen': value } }), 200)
    this.ledger.keep(path, '事实', value, async () => {
      return (await this.#read(path)).body.facts['compute.annualPurchaseFen']?.value
    })
  }

  async changeProfile(company: string): Promise<void> {
    const path = `/v1/companies/${company}`
    const introduction = `测试用的介绍第${this.#next()}版`
    const read = async () => (await this.#read(path)).body
    for (let wrong = true; wrong; ) {
      const { version } = await read()
      const { status } = expected(await this.#write('PUT', path, { version, introduction }), 200, 409)
      // The first time may have done it, and only its answer was lost.
      wrong = status === 409 && (await read()).profile.introduction !== introduction
    }
    this.ledger.keep(`${path} profile`, '公司情况', introduction, async () => (await read()).profile.introduction)
  }

  async draft(company: string): Promise<void> {
    const base = `/v1/companies/${company}/submissions`
    const { id, version } = expected(await this.#write('POST', base, { step: 'filing' }), 201).body
    const path = `${base}/${id}`
    this.ledger.keep(path, '草稿', id, async () => (await this.#read(path)).body.id)
    const plannedFen = this.#next() * 10_000
    const read = async () => (await this.#read(path)).body.forms.filing?.plannedFen?.value
    const { status } = expected(
      await this.#write('PUT', path, { version, forms: { filing: { plannedFen } } }),
      200,
      409,
    )
    if (status === 409 && (await read()) !== plannedFen)
      throw new Error('a draft that nobody else changes was in conflict')
    this.ledger.keep(`${path} form`, '表', plannedFen, read)
  }

  async consent(company: string): Promise<void> {
    const version = `v${this.#next()}`
    const word = { purpose: 'proactive_matching', companyId: company, version, given: true }
    expected(await this.#write('PUT', '/v1/me/consents', word), 200)
    this.ledger.keep(`consent ${company}`, '同意', version, async () => {
      const { consents } = (await this.#read('/v1/me/consents')).body
      return consents.find((one: { companyId?: string }) => one.companyId === company)?.version
    })
  }

  /** To the platform; a background job carries it there. */
  async sendRegistration(company: string): Promise<void> {
    const path = `/v1/companies/${company}/registration`
    const body = { platform: 'hunan-scheduling', form: { companyName: '测试' } }
    expected(await this.#write('POST', path, body), 202)
    this.registered.push(company)
    this.ledger.keep(path, '送平台的注册', 1, async () => (await this.#read(path)).body.registrations.length)
  }

  async upload(company: string, bytes = 700_000): Promise<string> {
    const base = `/v1/companies/${company}/uploads`
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])
    const begun = { name: '测试.pdf', size: file.length, sha256: sha256(file) }
    const { id, parts, partSize } = expected(await this.#write('POST', base, begun), 201).body
    const path = `${base}/${id}`
    const received = async () => (await this.#read(path)).body.received.length
    const sendParts = async (): Promise<Answered> => {
      for (let part = 0; part < parts; part += 1) {
        const piece = new Uint8Array(file.subarray(part * partSize, (part + 1) * partSize))
        expected(await this.#write('PUT', `${path}/parts/${part}`, piece), 204)
        this.ledger.keep(path, '文件的块', part + 1, received)
      }
      const answer = await this.#write('POST', `${path}/complete`)
      this.ledger.forget(path)
      return answer
    }
    let answer = await sendParts()
    // The store lost or changed a part, which the server noticed: like the page, the file once more from its start.
    for (let again = 0; again < MOST_AGAIN && mustComeAnew(answer); again += 1) answer = await sendParts()
    const { paperId } = expected(answer, 200).body
    const paper = `/v1/companies/${company}/papers/${paperId}`
    this.ledger.keep(paper, '文件', begun.sha256, async () => sha256(await this.client.bytes(`${paper}/original`)))
    return paperId
  }
}
