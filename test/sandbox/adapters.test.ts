import { randomUUID } from 'node:crypto'
import { createLog } from '@suanhui/bff/log'
import { connectPlatforms } from '@suanhui/bff/platforms/connect'
import { platformIds } from '@suanhui/bff/platforms/index'
import { readPlatformSettings } from '@suanhui/bff/platforms/settings'
import { wan } from '@suanhui/shared/money'
import { expect, it } from 'vitest'
import { sandboxEnvironment } from './environment'
import { decide, sha256 } from './platform-client'
import type { Sandbox } from './sandbox'
import { COMPANIES } from './seeds/companies'
import { testSandbox } from './test-sandbox'

function connect(sandbox: Sandbox) {
  const variables = sandboxEnvironment(sandbox, {})
  const settings = readPlatformSettings((name) => variables[name], [])
  const world = {
    fetch: globalThis.fetch,
    clock: () => new Date(),
    newId: randomUUID,
    random: Math.random,
    log: createLog('silent'),
    elapsedMs: () => performance.now(),
  }
  return connectPlatforms(settings, world, { statusListeners: [], writeListeners: [] }).connected
}

const [company] = COMPANIES
if (company === undefined) throw new Error('no company')
const sender = { companyName: company.name, creditCode: company.creditCode, region: company.region }

it.each(platformIds)('%s: the product reads registry, rounds, notices and news', async (id) => {
  const platform = connect(await testSandbox())[id]
  const read = { result: 'read' }
  expect(await platform?.eventsAfter('')).toMatchObject(read)
  expect(await platform?.listNotices()).toMatchObject(read)
  const kept = [await platform?.listProviders(undefined), await platform?.listRounds()]
  for (const answer of kept) expect(['read', 'absent']).toContain(answer?.result)
  expect(kept).toContainEqual(expect.objectContaining(read))
})

it('the product applies, and reads how far it is, while every other connection is cut', async () => {
  const sandbox = await testSandbox()
  const platform = connect(sandbox)['hunan-projects']
  const rounds = await platform?.listRounds()
  const roundId = rounds?.result === 'read' ? (rounds.value[0]?.id ?? '') : ''
  const bytes = new TextEncoder().encode('测试合同')
  const paper = { id: 'p1', kind: 'contract', sha256: sha256(bytes), mediaType: 'application/pdf', name: '合同.pdf' }
  sandbox.world.faults.change({ dropShare: 0.5, seed: 3 })
  const patiently = async <T extends { readonly result: string }>(ask: () => Promise<T> | undefined): Promise<T> => {
    for (;;) {
      const answer = await ask()
      if (answer !== undefined && answer.result !== 'unavailable') return answer
      await new Promise((done) => setTimeout(done, 200))
    }
  }
  expect(await patiently(() => platform?.uploadPaper(paper.sha256, paper.mediaType, bytes))).toEqual({
    result: 'uploaded',
  })
  const write = {
    verb: 'submitApplication',
    ...sender,
    roundId,
    measureId: 'hn-2026-168/compute-voucher',
    filingReceipts: [],
    settledFen: wan(100),
    requestedFen: wan(30),
    form: {},
    papers: [paper],
    catalogueVersion: '1',
  } as const
  const subject = { subjectId: randomUUID(), platformId: undefined }
  const sent = await patiently(() => platform?.send(write, subject, 'one-key'))
  expect(sent).toMatchObject({ result: 'accepted' })
  sandbox.world.faults.change({ dropShare: 0 })
  const platformId = sent.result === 'accepted' ? sent.platformId : ''
  await decide(sandbox, 'city-industry', platformId, 'pass')
  const news = await platform?.eventsAfter('')
  expect(news?.result === 'read' ? news.value.events.map(({ change }) => change) : news).toEqual([
    { type: 'moved', to: 'submitted' },
    { type: 'moved', to: 'city_review' },
    { type: 'passed', department: 'industry' },
  ])
  expect(await platform?.readSubject('application', platformId)).toMatchObject({
    result: 'read',
    value: { change: { to: 'city_review' }, sequence: 3 },
  })
})
