import { randomBytes } from 'node:crypto'
import { readPaperSettings } from '@suanhui/bff/services/papers/settings'
import { clamdScan, type ScanFile } from '@suanhui/bff/uploads/clamd'
import { describe, expect, it, onTestFinished } from 'vitest'
import { errorOf } from '../contract/server'
import { engines } from '../stores/engines'
import { type FakeClamd, startClamd } from './fake-clamd'
import { closeExaminer, papersPath, sendParts, testPapers, uploadsPath } from './uploading'
import { servicesWorld } from './world'

closeExaminer()

async function clamd(manners: Parameters<typeof startClamd>[0] = {}): Promise<FakeClamd> {
  const started = await startClamd(manners)
  onTestFinished(() => started.close())
  return started
}

describe('a clamd', () => {
  it('is shown the whole file, in pieces', async () => {
    const { address, seen } = await clamd()
    const bytes = randomBytes(300_000)
    const pieces = [bytes.subarray(0, 100_000), bytes.subarray(100_000, 100_000), bytes.subarray(100_000)]
    expect(await clamdScan(address)(pieces)).toBe('clean')
    expect(seen.map((whole) => whole.equals(bytes))).toEqual([true])
  })

  it('finds what is bad, wherever it stands', async () => {
    const { address } = await clamd()
    expect(await clamdScan(address)([randomBytes(70_000), Buffer.from('VIR'), Buffer.from('US')])).toBe('infected')
  })

  it('says that a file is too large for it before all of it is there', async () => {
    const { address } = await clamd({ mostBytes: 1_000 })
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) yield await new Promise<Buffer>((next) => setTimeout(() => next(Buffer.alloc(600)), 5))
    }
    expect(await clamdScan(address)(endless())).toBe('too_large')
  })

  it.each(['silence', 'nonsense', 'hang up'] as const)('is unavailable where it answers with %s', async (instead) => {
    const { address } = await clamd({ instead })
    expect(await clamdScan(address, { silenceMs: 200 })([Buffer.from('a')])).toBe('unavailable')
  })

  it('is unavailable where nobody listens', async () => {
    const { address, close } = await startClamd()
    await close()
    expect(await clamdScan(address)([Buffer.from('a')])).toBe('unavailable')
  })
})

it('is where VIRUS_SCAN says, or is said to be written wrongly', () => {
  const settings = (text?: string) => {
    const problems: string[] = []
    const { scanner } = readPaperSettings((name) => (name === 'VIRUS_SCAN' ? text : undefined), problems)
    return { scanner, problems: problems.length }
  }
  expect(settings()).toEqual({ scanner: undefined, problems: 0 })
  expect(settings('clamd://scan.test:3311')).toEqual({ scanner: { host: 'scan.test', port: 3311 }, problems: 0 })
  expect(settings('clamd://scan.test')).toEqual({ scanner: { host: 'scan.test', port: 3310 }, problems: 0 })
  for (const wrong of ['127.0.0.1:3310', 'http://scan.test:3310', 'clamd://']) expect(settings(wrong).problems).toBe(1)
})

describe.each(engines)('files that are looked through, on the $name database', (engine) => {
  let scan: ScanFile
  const papers = testPapers({ scan: (bytes) => scan(bytes) })
  const world = servicesWorld(engine, () => ({ papers }))
  async function uploaded(text: string) {
    const person = await world().person()
    const companyId = await world().companyOf(person)
    const upload = await sendParts(world().app, person, companyId, Buffer.from(`%PDF-1.7\n${text}`))
    const complete = () => person.ask('POST', `${uploadsPath(companyId)}/${upload.id}/complete`)
    const list = async () => (await (await person.ask('GET', papersPath(companyId))).json()).papers
    return { upload, companyId, complete, list }
  }
  const kept = async (): Promise<readonly string[]> => {
    const keys: string[] = []
    for (const group of ['parts', 'files']) for await (const key of papers.blobs.list(`${group}/`)) keys.push(key)
    return keys
  }

  it('become papers when they are clean', async () => {
    scan = clamdScan((await clamd()).address)
    const { complete, list } = await uploaded('good')
    expect((await complete()).status).toBe(200)
    expect(await list()).toHaveLength(1)
  })

  it('are refused in words when they are infected, nothing of them is kept, and it is written down', async () => {
    scan = clamdScan((await clamd()).address)
    const before = await kept()
    const { complete, list, companyId, upload } = await uploaded('VIRUS')
    for (const _again of [1, 2]) {
      const answer = await complete()
      expect(answer.status).toBe(415)
      expect((await errorOf(answer)).message).toMatch(/病毒/)
    }
    expect(await list()).toEqual([])
    expect(await kept()).toEqual(before)
    const entries = await world().database.queries.selectFrom('audit_entries').select('content').execute()
    const found = entries.filter(({ content }) => content.includes('upload.infected'))
    expect(found).toHaveLength(1)
    for (const id of [companyId, upload.id, 'refused']) expect(found[0]?.content).toContain(id)
  })

  it('wait while nobody looks, people are told, and they go on without being sent again', async () => {
    scan = async () => 'unavailable'
    const { complete, list } = await uploaded('waiting')
    const answer = await complete()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await errorOf(answer)).toMatchObject({ code: 'BUSY', message: expect.stringContaining('不用重传') })
    expect(await list()).toEqual([])
    scan = clamdScan((await clamd()).address)
    expect((await complete()).status).toBe(200)
    expect(await list()).toHaveLength(1)
  })
})
