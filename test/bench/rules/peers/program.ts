import { type Cost, costPerItem } from '../../clock'
import { placed } from '../twelve'
import { peers } from './index'
import { agreement, soundness } from './judge'
import type { Prepared, Verdicts } from './peer'
import { profiles } from './profiles'

let sink = 0

async function timed(prepared: Prepared, count: number): Promise<Cost> {
  const inputs = profiles(count).map((facts) => prepared.input(facts))
  const add = (verdicts: Verdicts): void => {
    sink += verdicts[0] ?? 0
  }
  return costPerItem(count * placed.length, async () => {
    for (const input of inputs) {
      const answer = prepared.evaluate(input)
      add(Array.isArray(answer) ? answer : await answer)
    }
  })
}

const [task = '', key = '', module = '', count = '500'] = process.argv.slice(2)
const peer = peers[key]
if (peer === undefined) throw new Error(`no peer ${key}`)
const started = performance.now()
const prepared = await peer.prepare(module === '' ? undefined : await import(module))
const readyMs = performance.now() - started
const print = (answer: object): void => console.log(JSON.stringify({ key, readyMs, sink, ...answer }))

if (task === 'agree') print(await agreement(prepared, Number(count)))
else if (task === 'missing') print(await soundness(prepared, Number(count)))
else if (task === 'time') print(await timed(prepared, peer.pass))
else throw new Error(`no task ${task}`)
// nools keeps a timer alive.
process.exit(0)
