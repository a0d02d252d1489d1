import { randomUUID } from 'node:crypto'
import { platformOutgoing } from '@suanhui/bff/jobs/platform-outgoing'
import { pollPlatform } from '@suanhui/bff/jobs/platform-poll'
import { startJobs } from '@suanhui/bff/jobs/runner'
import { connectPlatforms } from '@suanhui/bff/platforms/connect'
import type { Platform, PlatformId } from '@suanhui/bff/platforms/platform'
import { readPlatformSettings } from '@suanhui/bff/platforms/settings'
import { submissionAnswered, submissionMoved } from '@suanhui/bff/services/submissions/listeners'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NOW } from '../contract/server'
import { sandboxEnvironment } from '../sandbox/environment'
import { decide } from '../sandbox/platform-client'
import { testSandbox } from '../sandbox/test-sandbox'
import { engines } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { READINGS } from './submissions-papers'
import {
  asJson,
  change,
  newMember,
  paper,
  pathOf,
  read,
  readyApplication,
  readyFiling,
  settled,
  submit,
} from './submissions-world'
import { closeExaminer, testPapers } from './uploading'
import { servicesWorld } from './world'

closeExaminer()

describe.each(engines)('with the reviewers’ desk, on the $name database', (engine) => {
  const papers = testPapers()
  const connected: Partial<Record<PlatformId, Platform>> = {}
  const services = servicesWorld(engine, () => ({
    papers,
    platforms: { connected, keys: {}, statusListeners: [submissionMoved], writeListeners: [submissionAnswered] },
  }))

  it('a filing is accepted, and an application sent back, mended and passed', async () => {
    const sandbox = await testSandbox({ clock: () => NOW })
    const variables = sandboxEnvironment(sandbox, {})
    const own = { clock: () => NOW, newId: randomUUID, random: Math.random, log: quiet.log }
    const settings = readPlatformSettings((name) => variables[name], [])
    const client = { ...own, fetch: globalThis.fetch, elapsedMs: () => performance.now() }
    Object.assign(connected, connectPlatforms(settings, client, { statusListeners: [], writeListeners: [] }).connected)
    const world = services()
    const runner = startJobs([platformOutgoing(world.deps)], { database: world.database, ...own })
    onTestFinished(() => runner.stop())
    const who = await newMember(world)
    const atDesk = async (id: string): Promise<string> =>
      (
        await world.database.queries
          .selectFrom('platform_subjects')
          .select('platform_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).platform_id ?? ''

    const contractId = await paper(world, who, READINGS.contract())
    const filing = await readyFiling(world, who, contractId)
    await asJson(await submit(who, filing), 202)
    await settled(who, filing.id)
    expect((await decide(sandbox, 'province', await atDesk(filing.id), 'accept')).status).toBe(200)
    await pollPlatform(world.deps, 'hunan-scheduling')
    expect((await read(who, filing.id)).standing).toMatchObject({ status: 'accepted' })

    const { rounds } = await asJson<{ rounds: { id: string }[] }>(await world.app.request('/v1/rounds'))
    const draft = await readyApplication(world, who, { contractId, roundId: rounds[0]?.id ?? '' })
    await asJson(await submit(who, draft), 202)
    await settled(who, draft.id)
    const platformId = await atDesk(draft.id)
    const items = [{ target: 'report.aboutValue', kind: 'incomplete', note: '写上数字', dueOn: '2030-01-31' }]
    const returned = await decide(sandbox, 'city-industry', platformId, 'return', { items })
    expect(returned).toMatchObject({ status: 200 })
    await pollPlatform(world.deps, 'hunan-projects')
    const back = await read(who, draft.id)
    expect(back).toMatchObject({
      editable: true,
      standing: { status: 'returned', items: [{ field: 'report.aboutValue', note: '写上数字', dueOn: '2030-01-31' }] },
    })
    const before = String(back.forms.report?.aboutValue?.value)
    const mended = await change(who, back, { forms: { report: { aboutValue: `${before}每月少等1万小时。` } } })
    await asJson(await submit(who, mended), 202)
    await settled(who, draft.id)
    for (const seat of ['city-industry', 'city-finance']) {
      expect((await decide(sandbox, seat, platformId, 'pass')).status).toBe(200)
    }
    await pollPlatform(world.deps, 'hunan-projects')
    const { standing } = await read(who, draft.id)
    expect(standing).toMatchObject({ status: 'recommended', acts: [], items: [{ resolved: true }] })
    const { entries } = await asJson<{ entries: { label: string }[] }>(
      await who.person.ask('GET', `${pathOf(who, draft.id)}/timeline`),
    )
    expect(entries.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['提交申请', '退回补正', '补正以后再交', '市工信局通过', '市财政局通过', '已推荐']),
    )
  })
})
