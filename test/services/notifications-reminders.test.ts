import { randomUUID } from 'node:crypto'
import { openHunanProjects } from '@suanhui/bff/platforms/hunan-projects/adapter'
import { remindOfCorrections } from '@suanhui/bff/services/messages/remind/corrections'
import { remindOfDocuments } from '@suanhui/bff/services/messages/remind/documents'
import { tellOfMeasures } from '@suanhui/bff/services/messages/remind/measures'
import { remindOfRounds } from '@suanhui/bff/services/messages/remind/rounds'
import { keepCompany } from '@suanhui/bff/stores/consenting-companies'
import { addSubject } from '@suanhui/bff/stores/platforms'
import { catalogue } from '@suanhui/shared/policies'
import { newSubject } from '@suanhui/shared/status'
import { beforeEach, describe, expect, it } from 'vitest'
import { BUYER } from '../contract/server'
import { engines } from '../stores/engines'
import { servicesWorld, type TestPerson } from './world'

const MEASURE = 'hn-2026-168/compute-voucher'
const DAY_MS = 86_400_000
const on = (day: string) => new Date(`${day}T02:00:00Z`)

describe.each(engines)('reminders on the $name database', (engine) => {
  let asked = 0
  const projects = openHunanProjects({
    call: async () => {
      asked += 1
      return { result: 'unavailable' } as const
    },
  })
  const rounds = [
    {
      id: 'r1',
      name: '2026年第二批',
      opensOn: '2026-11-28',
      closesOn: '2026-12-20',
      settledFrom: '2026-01-01',
      settledTo: '2026-11-30',
      budgetFen: 1,
      committedFen: null,
    },
  ]
  const world = servicesWorld(engine, () => ({
    platforms: {
      connected: {
        'hunan-projects': { ...projects, listRounds: async () => ({ result: 'read', value: rounds }) },
      },
      keys: {},
      statusListeners: [],
      writeListeners: [],
    },
  }))
  let owner: TestPerson
  let companyId = ''
  beforeEach(async () => {
    owner = await world().person()
    companyId = await world().companyOf(owner)
    world().clock.now = on('2026-11-21')
  })
  const titles = async () => {
    const { messages } = (await (await owner.ask('GET', '/v1/me/messages')).json()) as { messages: { title: string }[] }
    return messages.map(({ title }) => title)
  }

  it('says when a round opens and closes, each once', async () => {
    for (const day of [
      '2026-11-20',
      '2026-11-21',
      '2026-11-25',
      '2026-11-28',
      '2026-12-01',
      '2026-12-10',
      '2026-12-19',
    ]) {
      world().clock.now = on(day)
      for (const _ of [1, 2]) await remindOfRounds(world().deps)
    }
    expect(await titles()).toEqual([
      '2026年第二批：快要截止了',
      '2026年第二批：快要截止了',
      '2026年第二批：开始申报了',
      '2026年第二批：就要开始申报',
    ])
    expect(asked).toBe(0)
  })

  it('reminds of a correction shortly before its day, until it was made', async () => {
    const id = randomUUID()
    const item = { id: 'i', about: { paper: 'p' }, kind: 'incorrect', note: '不清楚', dueOn: '2026-12-01' } as const
    const returned = { ...newSubject('application'), status: 'returned', items: [item] } as const
    await world().database.transaction((transaction) =>
      addSubject(transaction, { id, companyId, platform: 'hunan-projects', kind: 'application' }),
    )
    const put = (state: object) =>
      world()
        .database.queries.updateTable('platform_subjects')
        .set({ state: JSON.stringify(state) })
        .execute()
    await put(returned)
    for (const day of ['2026-11-21', '2026-11-28', '2026-11-29', '2026-11-30']) {
      world().clock.now = on(day)
      await remindOfCorrections(world().deps)
    }
    await put({ ...returned, items: [{ ...item, resolvedAt: '2026-11-30T03:00:00Z' }] })
    world().clock.now = on('2026-12-01')
    await remindOfCorrections(world().deps)
    expect(await titles()).toEqual(['补贴申请：还有1处没有改', '补贴申请：还有1处没有改'])
  })

  it('tells companies that agreed what new rules mean, and takes it off the list', async () => {
    const { queries } = world().database
    await keepCompany(queries, { companyId, facts: BUYER }, world().clock.now)
    const row = { company_id: companyId, measure_id: MEASURE, catalogue_version: 'v2', change: 'gain' } as const
    await queries.insertInto('proactive_news').values(row).execute()
    for (const _ of [1, 2]) await tellOfMeasures(world().deps)
    expect(await titles()).toEqual(['公司可能可以申请一项政策'])
    expect(await queries.selectFrom('proactive_news').selectAll().execute()).toEqual([])
  })

  it('tells of a document about to end only those who qualify for something in it', async () => {
    const document = catalogue.documents.find(({ id }) => MEASURE.startsWith(`${id}/`))
    const last = Date.parse(`${document?.inForce.to}T02:00:00Z`)
    const other = await world().person()
    const elsewhere = await world().companyOf(other, { creditCode: '91430104MA0TEST028' })
    await keepCompany(world().database.queries, { companyId, facts: BUYER }, world().clock.now)
    const facts = { ...BUYER, 'company.region': '140105' }
    await keepCompany(world().database.queries, { companyId: elsewhere, facts }, world().clock.now)
    for (const before of [31, 30, 20, 7, 3]) {
      world().clock.now = new Date(last - before * DAY_MS)
      await remindOfDocuments(world().deps)
    }
    expect(await titles()).toEqual(['有一份政策快要结束了', '有一份政策快要结束了'])
    expect(await (await other.ask('GET', '/v1/me/unread-messages')).json()).toEqual({ unread: 0 })
  })
})
