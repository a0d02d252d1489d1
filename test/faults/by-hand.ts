import { createInterface } from 'node:readline'
import { casesIn } from '../sandbox/platforms/case'
import { watch } from './inspect'
import { allLeft } from './outcome'
import { layOutPapers, whoToBe } from './papers-by-hand'
import type { Scene } from './scene'
import { openStoredScene } from './stored-scene'

interface Switch {
  stop(): Promise<void>
  start(): Promise<void>
}

/** What can be stopped, by the word that is typed. */
type Switches = Readonly<Record<string, Switch>>

/** Obeys a line that was typed, such as `postgres off`, and notes what is off. @returns what to say. */
async function obey(switches: Switches, off: Set<string>, line: string): Promise<string> {
  const [name = '', how = ''] = line.trim().split(/\s+/)
  const one = Object.hasOwn(switches, name) ? switches[name] : undefined
  const standing = (): string => (off.size === 0 ? 'everything is on' : `off: ${[...off].join(', ')}`)
  if (one === undefined || (how !== 'off' && how !== 'on')) {
    return `type one of ${Object.keys(switches).join(', ')} with off or on; or end (now ${standing()})`
  }
  if (how === 'off' && !off.has(name)) await one.stop()
  if (how === 'on') await one.start()
  off[how === 'off' ? 'add' : 'delete'](name)
  return standing()
}

/** The books of both sides, once everything that waited has left. */
async function books(scene: Scene): Promise<boolean> {
  const found = await allLeft(scene)
  for (const { kind, state, companyName } of casesIn(scene.sandbox.world.journal).all()) {
    console.log(`at the platform: ${kind} of ${companyName}, ${state}`)
  }
  const { messages, explained, doubled } = watch(scene).total(found)
  console.log(`the same case twice: ${doubled}`)
  console.log(`text messages, codes too: ${messages}; sent once more because an answer was lost: ${explained}`)
  console.log(`still waiting to be sent: ${found.unsettled}`)
  console.log(`audit: ${found.auditEntries} entries, ${found.auditBroken ?? 'whole'}`)
  return found.unsettled === 0 && found.auditBroken === undefined && doubled === 0
}

/** Everything with a PostgreSQL and an object store of its own, for somebody who walks the way and stops things meanwhile. */
export async function byHand(): Promise<boolean> {
  const { scene, gate, close } = await openStoredScene()
  try {
    const { url } = await scene.start()
    const { platform, aliyun, tencent, postgres, sandbox } = scene
    if (postgres === undefined) throw new Error('there is no database to stop')
    const switches: Switches = { postgres, store: gate, platforms: platform, aliyun, tencent }
    const off = new Set<string>()
    console.log(`page ${url}  desk ${sandbox.url}/desk  phone ${sandbox.url}/phone`)
    console.log(whoToBe())
    console.log(`its papers, in the order of the way: ${await layOutPapers(scene.folder)}`)
    console.log(await obey(switches, off, ''))
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === 'end') break
      console.log(await obey(switches, off, line))
    }
    console.log('everything is started again; what waits is sent')
    for (const one of Object.values(switches)) await one.start()
    return await books(scene)
  } finally {
    await close()
  }
}
