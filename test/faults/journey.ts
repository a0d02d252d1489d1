import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { COMPANY } from '../e2e/journey/story'
import { messagesIn } from '../sandbox/messages'
import { casesIn } from '../sandbox/platforms/case'
import { startObjectStore } from '../services/object-store'
import { until } from './client'
import type { Fault } from './fault'
import { openGate } from './gate'
import { arrived } from './inspect'
import { caseOf, decide, type Journey, journeyOf, stampedForm } from './journey-parts'
import { allLeft } from './outcome'
import { openScene, type Scene } from './scene'

const AWAY_MS = 2_500

/** Something is off while a step is being done; it comes back, and the step ends as if nothing had been. */
async function without<T>(
  off: { stop(): Promise<void>; start(): Promise<void> },
  step: () => Promise<T>,
  awayMs = AWAY_MS,
): Promise<T> {
  await off.stop()
  const doing = step()
  // Its failure is told below; here it must not end the program.
  doing.catch(() => undefined)
  await sleep(awayMs)
  await off.start()
  return doing
}

async function travel(scene: Scene, store: { stop(): Promise<void>; start(): Promise<void> }, journey: Journey) {
  const { platform, aliyun, postgres } = scene
  if (postgres === undefined) throw new Error('this journey needs a database of its own')
  // The first SMS vendor is off: the code comes by the second.
  await without(aliyun, () => journey.client.signIn())
  await without(postgres, () => journey.company())
  await without(platform, () => journey.registered())
  await until(
    'the registration is at the platform',
    () => caseOf(scene, 'registration')?.state === 'city_review',
    90_000,
  )
  await without(aliyun, () => decide(scene, 'city-industry', 'registration', 'city-pass'))
  await without(postgres, () => decide(scene, 'province', 'registration', 'province-pass'))
  const contractId = await without(store, () => journey.contract())
  const formId = await journey.paper('stamped_form', [await stampedForm(21)])
  const id = await without(postgres, () => journey.filing(contractId, formId))
  await until(
    'the stamped form is read',
    async () => {
      const [company] = (await journey.client.insist('GET', '/v1/companies')).body.companies
      const paper = await journey.client.insist('GET', `/v1/companies/${company.id}/papers/${formId}`)
      return paper.body.status === 'read'
    },
    400_000,
    500,
  )
  // On its way to the platform while the platform and the store with the papers are both off.
  await without(platform, () => without(store, () => journey.submit(id)))
  await until('the filing is at the platform', () => caseOf(scene, 'filing') !== undefined, 120_000)
  await without(postgres, () => decide(scene, 'city-industry', 'filing', 'accept'))
  await until('the platform has told everything', () => scene.sandbox.world.outbox.waiting().length === 0, 90_000)
}

async function problems(scene: Scene, journey: Journey): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [path, sha256] of journey.files) {
    const bytes = await journey.client.bytes(path)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) wrong.push(`other bytes at ${path}`)
  }
  const cases = casesIn(scene.sandbox.world.journal).all()
  const kinds = cases.map(({ kind }) => kind).sort()
  if (kinds.join() !== 'filing,registration') wrong.push(`the platform has: ${kinds.join()}`)
  const inbox = (await journey.client.insist('GET', '/v1/me/messages')).body.messages.length
  const told = messagesIn(scene.sandbox.world.journal)
    .all()
    .filter(({ to, text }) => to === COMPANY.phone && !/验证码/.test(text))
  if (told.length !== inbox) wrong.push(`${inbox} pieces of news, and ${told.length} SMS of them`)
  if (inbox < 3) wrong.push(`only ${inbox} pieces of news`)
  return wrong
}

/** One live filing: Postgres, storage, platform and the first SMS vendor are stopped in its midst, each in turn. */
export const journey: Fault = async () => {
  const store = await startObjectStore()
  const gate = await openGate(store.settings.endpoint)
  const { bucket, region, accessKeyId, secretAccessKey } = store.settings
  const s3 = { S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId }
  const variables = { ...s3, S3_ENDPOINT: gate.url, S3_SECRET_ACCESS_KEY: secretAccessKey }
  const scene = await openScene({ engine: 'server', variables })
  try {
    await scene.start()
    const travelling = journeyOf(scene)
    await travel(scene, gate, travelling)
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
        done: 'one live filing; Postgres stopped 4 ×, storage 2 ×, the platform 2 ×, an SMS vendor 2 × in its midst',
        acknowledged: travelling.files.size + casesIn(scene.sandbox.world.journal).all().length,
        lost: 0,
        twice: 0,
        explained: 0,
        note: `registered, filed and accepted; ${travelling.files.size} files whole, every piece of news by SMS once`,
        wrong,
      },
    ]
  } finally {
    await scene.close()
    await gate.stop()
    await store.close()
  }
}
