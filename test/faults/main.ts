import { setFlagsFromString } from 'node:v8'
import type { Options, Outcome } from './fault'
import { faults } from './faults'
import { record, table } from './report'

// The same for the database that is opened here, beside a dead server.
setFlagsFromString('--liftoff-only')

// npm run faults: all of them; `npm run faults -- kill-server clock` those; `--short` few times each, `--times=9` so often.
const args = process.argv.slice(2)
const short = args.includes('--short')
const often = args.map((one) => /^--times=(\d+)$/.exec(one)?.[1]).find((one) => one !== undefined)
const named = args.filter((one) => !one.startsWith('--'))
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

const outcomes: Outcome[] = []
for (const [name, fault] of Object.entries(faults)) {
  if (named.length > 0 && !named.includes(name)) continue
  say(name)
  const found = await fault(options).catch((error: unknown): readonly Outcome[] => {
    const words = error instanceof Error ? `${error.message} ${error.stack ?? ''}` : String(error)
    return [{ done: name, acknowledged: 0, lost: 0, twice: 0, explained: 0, note: 'broke off', wrong: [words] }]
  })
  outcomes.push(...found)
  console.log(table(found))
}
console.log(`\n${table(outcomes)}`)
const wrong = outcomes.flatMap((outcome) => outcome.wrong)
if (wrong.length > 0) console.error(`\nWrong:\n${wrong.join('\n')}`)
if (!short && often === undefined && named.length === 0) record(outcomes)
process.exit(wrong.length > 0 ? 1 : 0)
