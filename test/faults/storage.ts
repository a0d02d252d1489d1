import { refusalProblems } from './database-gone'
import type { Fault } from './fault'
import type { Answer, Trouble } from './gate'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { openStoredScene } from './stored-scene'

const turned = (answer: Answer): Answer => {
  const body = Buffer.from(answer.body)
  const middle = body.length >> 1
  if (body.length > 0) body.writeUInt8(body.readUInt8(middle) ^ 1, middle)
  return { ...answer, body }
}
const cutOff = (answer: Answer): Answer => ({ ...answer, body: answer.body.subarray(0, answer.body.length >> 1) })
const isRead = (path: string, method: string): boolean => method === 'GET' && path.includes('/files/')
const isPutPart = (path: string, method: string): boolean => method === 'PUT' && path.includes('/parts/')
const isPutFile = (path: string, method: string): boolean => method === 'PUT' && path.includes('/files/')
const isPart = (path: string, method: string): boolean => method === 'GET' && path.includes('/parts/')

/** One in `every` requests that `fits`; the others pass. */
function sometimes(
  every: number,
  fits: (path: string, method: string) => boolean,
  wrong: ReturnType<Trouble>,
): Trouble {
  let count = 0
  return ({ path, method }) => {
    if (!fits(path, method)) return undefined
    count += 1
    return count % every === 0 ? wrong : undefined
  }
}

/** The same, but the second time a thing is sent it passes: files that come at the same time keep no one in step with it. */
function onceEach(every: number, fits: (path: string, method: string) => boolean, wrong: ReturnType<Trouble>): Trouble {
  const seen = new Set<string>()
  return ({ path, method }) => {
    if (!fits(path, method) || seen.has(path)) return undefined
    seen.add(path)
    return seen.size % every === 0 ? wrong : undefined
  }
}

const any = (): boolean => true

const TROUBLES: Readonly<Record<string, Trouble>> = {
  slow: sometimes(2, any, { kind: 'slow', ms: 300 }),
  failing: sometimes(3, any, { kind: 'refused', status: 503 }),
  'cut off after the work': sometimes(4, any, { kind: 'dropped' }),
  'a wrong byte in what it gives back': sometimes(2, isRead, { kind: 'lies', as: turned }),
  'half of what it was given': sometimes(2, isRead, { kind: 'lies', as: cutOff }),
  'a wrong byte in a part': sometimes(5, isPart, { kind: 'lies', as: turned }),
  'a part taken and not kept': onceEach(3, isPutPart, { kind: 'refused', status: 200 }),
  'a file taken and not kept': sometimes(2, isPutFile, { kind: 'refused', status: 200 }),
}

/** The object store is slow, fails, cuts lines, and gives back other bytes than it was given. */
export const storage: Fault = async ({ short }) => {
  const { scene, gate, close } = await openStoredScene()
  const wrong: string[] = []
  try {
    await scene.start()
    const run = await startMixedRun(scene, { people: 1 })
    await someWrites(run, 3)
    const [owner] = run.owners
    const company = owner?.companies[0]
    if (owner === undefined || company === undefined) throw new Error('nobody is there')
    const uploads = short ? 1 : 4
    for (const [name, trouble] of Object.entries(TROUBLES)) {
      gate.behave(trouble)
      for (let count = 0; count < uploads; count += 1) {
        await owner.upload(company).catch((error: unknown) => wrong.push(`${name}: ${String(error)}`))
      }
    }
    await gate.stop()
    const begun = await owner.client.insist('POST', `/v1/companies/${company}/uploads`, { name: '测.pdf', size: 9 })
    const path = `/v1/companies/${company}/uploads/${begun.body.id}`
    wrong.push(...refusalProblems(await owner.client.ask('PUT', `${path}/parts/0`, new Uint8Array(9))))
    await gate.start()
    gate.behave(undefined)
    const again = await owner.client.insist('PUT', `${path}/parts/0`, new Uint8Array(9))
    if (again.status !== 204) wrong.push(`with the store back: ${again.status}`)
    const outcome = await endOf(scene, run, {
      done: `${Object.keys(TROUBLES).length} kinds of trouble with the object store, ${uploads} files each, and one while it was off`,
      note: 'other bytes than were stored are found by their seal, asked for again, or the file from the start',
      wrong,
    })
    return [outcome]
  } finally {
    await close()
  }
}
