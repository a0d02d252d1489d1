import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, shanghaiDay } from '@suanhui/shared/date'
import { COMPANY } from '../e2e/journey/story'
import { messagesIn } from '../sandbox/messages'
import { casesIn } from '../sandbox/platforms/case'
import { until } from './client'
import type { Fault } from './fault'
import { arrived } from './inspect'
import { caseOf, decide, type Journey, journeyOf, rank, stampedForm } from './journey-parts'
import { allLeft } from './outcome'
import type { Scene } from './scene'
import { openStoredScene } from './stored-scene'

const AWAY_MS = 2_500

interface Switch {
  stop(): Promise<void>
  start(): Promise<void>
}

/** How often each was stopped. */
const stops = new Map<Switch, number>()

/** Something is off while a step is being done; it comes back, and the step ends as if nothing had been. */
async function without<T>(off: Switch, step: () => Promise<T>, awayMs = AWAY_MS): Promise<T> {
  stops.set(off, (stops.get(off) ?? 0) + 1)
  await off.stop()
  const doing = step()
  // Its failure is told below; here it must not end the program.
  doing.catch(() => undefined)
  await sleep(awayMs)
  await off.start()
  return doing
}

/** From signing in to a contract that is filed. @returns its paper. */
async function file(scene: Scene, store: Switch, journey: Journey): Promise<string> {
  const { platform, aliyun, postgres } = scene
  if (postgres === undefined) throw new Error('this journey needs a database of its own')
  // The first SMS vendor is off: the code comes by the second.
  await without(aliyun, () => journey.client.signIn())
  await without(postgres, () => journey.company())
  await without(platform, () => journey.registered())
  await stands(scene, 'registration', 'city_review')
  await without(aliyun, () => decide(scene, 'city-industry', 'registration', 'city-pass'))
  await without(postgres, () => decide(scene, 'province', 'registration', 'province-pass'))
  const contractId = await without(store, () => journey.contract())
  const formId = await journey.paper('stamped_form', [await stampedForm(21)])
  const id = await without(postgres, () => journey.filing(contractId, formId))
  await journey.allRead()
  // On its way to the platform while the platform and the store with the papers are both off.
  await without(platform, () => without(store, () => journey.submit(id)))
  await stands(scene, 'filing', 'submitted')
  await without(postgres, () => decide(scene, 'city-industry', 'filing', 'accept'))
  await until('we know that it is filed', async () => (await journey.standing(id)) === 'accepted', 90_000, 300)
  return contractId
}

/** From the application to the money, with one thing returned to be mended. */
async function apply(scene: Scene, store: Switch, journey: Journey, contractId: string): Promise<void> {
  const { platform, aliyun, postgres } = scene
  if (postgres === undefined) throw new Error('this journey needs a database of its own')
  const step = (seat: string, action: string, input = {}) => decide(scene, seat, 'application', action, input)
  const id = await without(store, () => journey.application(contractId))
  await without(postgres, () => without(platform, () => journey.submit(id)))
  await stands(scene, 'application', 'city_review')
  const items = [{ target: 'application.bankName', kind: 'incorrect', note: '开户行请写到支行', dueOn: inFiveDays() }]
  await without(aliyun, () => step('city-industry', 'return', { items }))
  await until('we know that it came back', async () => (await journey.standing(id)) === 'returned', 90_000, 300)
  await without(postgres, () => journey.fill(id, { application: { bankName: '测试银行长沙岳麓测试支行' } }))
  await without(platform, () => without(store, () => journey.submit(id)))
  await stands(scene, 'application', 'city_review')
  for (const seat of ['city-industry', 'city-finance']) await step(seat, 'pass')
  await without(postgres, () => step('province', 'start-expert-review'))
  for (const expert of ['expert-1', 'expert-2', 'expert-3']) await step(expert, 'score', { score: 86 })
  await step('province', 'recheck-pass')
  await rank(scene)
  await step('province', 'decide')
  await without(store, () => step('province', 'publish'))
  await without(postgres, () => step('payment', 'start-payment'))
  await without(aliyun, () => step('payment', 'pay'))
  await until('we know that it is paid', async () => (await journey.standing(id)) === 'paid', 120_000, 300)
}

const stands = (scene: Scene, kind: string, state: string): Promise<void> =>
  until(`the ${kind} is ${state} at the platform`, () => caseOf(scene, kind)?.state === state, 120_000)

const inFiveDays = () => addDays(shanghaiDay(new Date()), 5)

async function problems(scene: Scene, journey: Journey): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [path, sha256] of journey.files) {
    const bytes = await journey.client.bytes(path)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) wrong.push(`other bytes at ${path}`)
  }
  const cases = casesIn(scene.sandbox.world.journal).all()
  const kinds = cases.map(({ kind }) => kind).sort()
  if (kinds.join() !== 'application,filing,registration') wrong.push(`the platform has: ${kinds.join()}`)
  const inbox = (await journey.client.insist('GET', '/v1/me/messages')).body.messages.length
  const told = messagesIn(scene.sandbox.world.journal)
    .all()
    .filter(({ to, text }) => to === COMPANY.phone && !/验证码/.test(text))
  if (told.length !== inbox) wrong.push(`${inbox} pieces of news, and ${told.length} SMS of them`)
  if (inbox < 3) wrong.push(`only ${inbox} pieces of news`)
  return wrong
}

function stopped({ postgres, platform, aliyun }: Scene, store: Switch): string {
  const named = { Postgres: postgres, storage: store, 'the platforms': platform, 'an SMS vendor': aliyun }
  return Object.entries(named)
    .map(([name, one]) => `${name} ${(one && stops.get(one)) ?? 0} ×`)
    .join(', ')
}

/** One journey to the money: Postgres, storage, platforms and the first SMS vendor are stopped in its midst, in turn. */
export const journey: Fault = async () => {
  const { scene, gate, close } = await openStoredScene()
  try {
    await scene.start()
    const travelling = journeyOf(scene)
    const contractId = await file(scene, gate, travelling)
    await apply(scene, gate, travelling, contractId)
    await until('the platforms have told all', () => scene.sandbox.world.outbox.waiting().length === 0, 90_000)
    await until(
      'every piece of news was sent',
      async () => {
        const { messages } = (await travelling.client.insist('GET', '/v1/me/messages')).body
        return [...arrived(scene).told.values()].length > messages.length
      },
      90_000,
      500,
    ).catch(() => undefined)
    const wrong = [...(await problems(scene, travelling))]
    const found = await allLeft(scene)
    if (found.auditBroken !== undefined) wrong.push(`the audit is broken at ${found.auditBroken}`)
    if (found.unsettled > 0) wrong.push(`${found.unsettled} things never left`)
    return [
      {
        done: `one live journey to the money; in its midst stopped: ${stopped(scene, gate)}`,
        acknowledged: travelling.files.size + casesIn(scene.sandbox.world.journal).all().length,
        lost: 0,
        twice: 0,
        explained: 0,
        note: `registered, filed, applied, returned and mended, paid; ${travelling.files.size} files whole, every piece of news by SMS once`,
        wrong,
      },
    ]
  } finally {
    await close()
  }
}
