import { join } from 'node:path'
import { bundle, run, runOnce } from '../program'
import type { Findings, Options } from '../section'
import { detailTables } from './detail-tables'
import { goalTable } from './goal-table'
import type { Adversary, Measured, Plans } from './measured'
import type { Asked } from './ours/asking'
import { adversaries } from './ours/combining'
import type { Country } from './ours/country'
import { type Checked, checkPeers } from './peers/checks'
import { inRounds, type Job } from './rounds'
import { weights } from './weight'

const COUNTRY = 1_048_576

/** Ours alone: what, and with which argument. */
const TASKS: readonly (readonly [string, ...string[]])[] = [
  ['coded'],
  ['coded60'],
  ['row'],
  ['facts'],
  ['fewFacts'],
  ['set'],
  ['next', '1'],
  ['next', '8'],
  ['step'],
  ['match'],
  ['fewMatch'],
  ['explained'],
  ['interpreter'],
  ['compile'],
]

function jobsOf(ours: string, others: string, { ready }: Checked): readonly Job[] {
  const both = (job: Job): readonly Job[] => [job, { ...job, key: `${job.key} jitless`, jitless: true }]
  const own = TASKS.flatMap(([task, ...args]) =>
    both({ key: [task, ...args].join(' '), program: ours, args: [task, ...args] }),
  )
  const peers = ready.flatMap(({ key, peer, module }): readonly Job[] => {
    const job: Job = { key: `peer ${key}`, program: others, args: ['time', key, module], once: peer.pass < 16 }
    return peer.phone ? both(job) : [job]
  })
  return [...own, ...peers]
}

async function worstCases(program: string, { quick, say }: Options): Promise<readonly Adversary[]> {
  const wanted = quick ? 100 : 1000
  const found: Adversary[] = []
  for (const name of Object.keys(adversaries)) {
    const lines = await run<Omit<Adversary, 'name' | 'wanted'>>(program, {
      args: ['adversary', name, String(wanted)],
      limitMs: quick ? 4000 : 10_000,
    })
    const last = lines.at(-1) ?? { done: 0, mean: 0, p50: 0, p999: 0, most: 0, greedyWrong: 0, greedyWorst: 0 }
    found.push({ ...last, name, wanted })
    say(`best combination, ${name}: ${last.done} of ${wanted} instances`)
  }
  return found
}

async function measure(options: Options): Promise<Measured> {
  const { quick, say } = options
  const here = import.meta.dirname
  const ours = await bundle(join(here, 'ours/program.ts'), 'ours')
  const others = await bundle(join(here, 'peers/program.ts'), 'peers')
  const runs = quick ? '200' : '2000'
  const verified = await runOnce<Measured['verified']>(ours, { args: ['verify', quick ? '200' : '1000'] })
  const brute = await runOnce<Measured['brute']>(ours, { args: ['brute', '400'] })
  say('engine against interpreter, and combinations against all subsets: compared')
  const checked = await checkPeers(others, options)
  const asked = (known: string) => runOnce<Asked>(ours, { args: ['asking', known, runs, quick ? '50' : '400'] })
  const askedFresh = await asked('nothing')
  const askedKnown = await asked('registry')
  say('questions until decided: done')
  const costs = await inRounds(jobsOf(ours, others, checked), options)
  const plans = await runOnce<Plans>(ours, { args: ['plans'] })
  const adversariesFound = await worstCases(ours, options)
  const country = await runOnce<Country>(ours, { args: ['country', String(COUNTRY), quick ? '5' : '15'] })
  say('a country of companies: done')
  return {
    costs,
    checked,
    plans,
    adversaries: adversariesFound,
    brute,
    verified,
    askedFresh,
    askedKnown,
    country,
    weights: weights(),
  }
}

/** What must be right before a figure counts. */
function differencesOf({ checked, verified, brute, askedFresh, askedKnown, country }: Measured): readonly string[] {
  const wrong: readonly (readonly [number, string])[] = [
    [verified.different, `of ${verified.compared} decisions of the engine are not the interpreter's`],
    [brute.different, `of ${brute.instances} best combinations are not the best of all subsets`],
    [askedFresh.wrong + askedKnown.wrong, 'questionnaires do not end with the decisions on all facts'],
    [country.different, `of ${country.compared} verdicts from planes are not those of the tables`],
    [checked.oursUnsound, 'of our verdicts are wrong where facts are missing'],
  ]
  return [...checked.differences, ...wrong.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)]
}

/** The rule core against its goals, against other engines, and against what the machine can do. */
export async function rules(options: Options): Promise<Findings> {
  const measured = await measure(options)
  return { tables: [goalTable(measured), ...detailTables(measured)], differences: differencesOf(measured) }
}
