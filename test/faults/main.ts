import { setFlagsFromString } from 'node:v8'
import { byHand } from './by-hand'
import type { Fault, Options, Outcome } from './fault'
import { faults } from './faults'
import { record, table } from './report'

// The same for the database that is opened here, beside a dead server.
setFlagsFromString('--liftoff-only')

// npm run faults: all of them, and RESULTS.md, whatever they find; `npm run faults -- kill-server clock` those; `--short` few times each, `--times=9` so often.
const args = process.argv.slice(2)
const short = args.includes('--short')
const often = args.map((one) => /^--times=(\d+)$/.exec(one)?.[1]).find((one) => one !== undefined)
const named = args.filter((one) => !one.startsWith('--'))
// Nobody stops anything but who sits before it.
if (named[0] === 'by-hand') process.exit((await byHand()) ? 0 : 1)
const unknown = named.filter((one) => !(one in faults))
if (unknown.length > 0) {
  console.error(`no fault ${unknown.join(', ')}; there are: ${Object.keys(faults).join(', ')}`)
  process.exit(2)
}

const started = Date.now()
const say = (text: string): void =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`)
const options: Options = {
  short,
  times: (usual) => Number(often ?? (short ? Math.max(2, Math.ceil(usual / 20)) : usual)),
  say,
}

/** Far longer than any of them takes: one that hangs must not keep the others from being run and written down. */
const LONGEST_MS = 15 * 60_000

const brokeOff = (name: string, error: unknown): Outcome => {
  const words = error instanceof Error ? `${error.message} ${error.stack ?? ''}` : String(error)
  return { done: name, acknowledged: 0, lost: 0, twice: 0, explained: 0, note: 'broke off', wrong: [words] }
}

/** What nobody waits for any more (an owner of a fault that broke off) fails that fault, and not the whole run. */
const nobodys: unknown[] = []
for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.on(event, (e) => nobodys.push(e))

async function run(name: string, fault: Fault): Promise<readonly Outcome[]> {
  let late: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, failed) => {
    late = setTimeout(() => failed(new Error(`did not end in ${LONGEST_MS / 60_000} minutes`)), LONGEST_MS)
  })
  const found = await Promise.race([fault(options), tooLong]).catch((error: unknown) => [brokeOff(name, error)])
  clearTimeout(late)
  return [...found, ...nobodys.splice(0).map((error) => brokeOff(name, error))]
}

/** Two at a time: each has a server, a database and a sandbox of its own, and waits most of the while. */
const SIDE_BY_SIDE = 2
const wanted = Object.entries(faults).filter(([name]) => named.length === 0 || named.includes(name))
const waiting = [...wanted]
const found = new Map<string, readonly Outcome[]>()

async function runThem(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, fault] = next
    say(name)
    const its = await run(name, fault)
    found.set(name, its)
    say(`${name} has ended`)
    console.log(table(its))
  }
}
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, runThem))

const outcomes = wanted.flatMap(([name]) => found.get(name) ?? [])
console.log(`\n${table(outcomes)}`)
const wrong = outcomes.flatMap((outcome) => outcome.wrong)
if (wrong.length > 0) console.error(`\nWrong:\n${wrong.join('\n')}`)
if (!short && often === undefined && named.length === 0) record(outcomes, Math.round((Date.now() - started) / 60_000))
process.exit(wrong.length > 0 ? 1 : 0)
