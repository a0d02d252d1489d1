import { bestCombination, type Decision, Engine } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { type ConflictGroup, seeded } from '@suanhui/shared/rules'
import { costPerItem, quantile } from '../../clock'
import { companies, ON } from '../companies'

/** Measures that one is eligible for, and which of them exclude one another. */
interface Instance {
  readonly decisions: readonly Decision[]
  readonly groups: readonly ConflictGroup[]
}

const eligible = (index: number, maxFen: number): Decision => ({
  measureId: `m${index}`,
  status: 'eligible',
  amount: { basis: 'up_to', minFen: 0, maxFen },
  met: 1,
  total: 1,
  missing: [],
  warnings: [],
})

const group = (members: readonly number[]): ConflictGroup => ({
  title: '',
  measures: members.map((index) => `m${index}`),
})

/** Any two exclude one another with this chance, each pair in a group of its own. */
function pairs(count: number, density: number, random: () => number, weight: () => number): Instance {
  const groups: ConflictGroup[] = []
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) if (random() < density) groups.push(group([a, b]))
  }
  return { decisions: Array.from({ length: count }, (_, index) => eligible(index, weight())), groups }
}

/** Groups of five to nine, in which measures stand once or twice. */
function overlapping(count: number, groupCount: number, random: () => number, weight: () => number): Instance {
  const groups = Array.from({ length: groupCount }, () => {
    const size = 5 + Math.floor(random() * 5)
    return group([...new Set(Array.from({ length: size }, () => Math.floor(random() * count)))])
  })
  return { decisions: Array.from({ length: count }, (_, index) => eligible(index, weight())), groups }
}

type Generator = (random: () => number) => Instance

const sums = (random: () => number) => () => Math.round(10 ** (random() * 3) * 10) * 1_000_000
const equal = () => 100_000_000

/** Sixty measures each: the hardest that a catalogue of this size could hold. */
export const adversaries: Readonly<Record<string, Generator>> = {
  'random pairs, density 0.03': (random) => pairs(60, 0.03, random, sums(random)),
  'random pairs, density 0.05': (random) => pairs(60, 0.05, random, sums(random)),
  'random pairs, density 0.1': (random) => pairs(60, 0.1, random, sums(random)),
  'random pairs, density 0.2': (random) => pairs(60, 0.2, random, sums(random)),
  'random pairs, density 0.5': (random) => pairs(60, 0.5, random, sums(random)),
  '14 overlapping groups of 5 to 9': (random) => overlapping(60, 14, random, sums(random)),
  'equal sums, density 0.1': (random) => pairs(60, 0.1, random, equal),
}

const worth = (decision: Decision | undefined): number => decision?.amount?.maxFen ?? 0

function conflicts({ decisions, groups }: Instance): readonly ReadonlySet<number>[] {
  const place = new Map(decisions.map(({ measureId }, index) => [measureId, index]))
  const sets = decisions.map(() => new Set<number>())
  for (const { measures } of groups) {
    const members = measures.flatMap((id) => place.get(id) ?? [])
    for (const one of members) for (const other of members) if (one !== other) sets[one]?.add(other)
  }
  return sets
}

/** Largest first, whatever is still allowed. */
function greedy(instance: Instance): number {
  const clash = conflicts(instance)
  const order = [...instance.decisions.keys()].sort(
    (a, b) => worth(instance.decisions[b]) - worth(instance.decisions[a]),
  )
  const taken: number[] = []
  for (const one of order) if (!taken.some((other) => clash[one]?.has(other))) taken.push(one)
  return taken.reduce((sum, one) => sum + worth(instance.decisions[one]), 0)
}

function bruteForce(instance: Instance): number {
  const clash = conflicts(instance)
  const masks = clash.map((set) => [...set].reduce((bits, other) => bits | (1 << other), 0))
  const sizes = instance.decisions.map(worth)
  let best = 0
  for (let set = 0; set < 2 ** sizes.length; set++) {
    let sum = 0
    let allowed = true
    for (let one = 0; one < sizes.length && allowed; one++) {
      if (((set >> one) & 1) === 0) continue
      allowed = ((masks[one] ?? 0) & set) === 0
      sum += sizes[one] ?? 0
    }
    if (allowed && sum > best) best = sum
  }
  return best
}

/** Small instances of every shape, exact against all subsets: how many differ. */
export function againstBruteForce(count: number): { readonly instances: number; readonly different: number } {
  const random = seeded(3)
  let different = 0
  for (let index = 0; index < count; index++) {
    const size = 6 + Math.floor(random() * 9)
    const weight = random() < 0.3 ? equal : sums(random)
    const instance = random() < 0.5 ? pairs(size, random() * 0.6, random, weight) : overlapping(size, 4, random, weight)
    if (bestCombination(instance.decisions, instance.groups).maxFen !== bruteForce(instance)) different++
  }
  return { instances: count, different }
}

/** One adversary, instance by instance: `each` is told so that a search without end leaves what was measured. */
export function adversary(name: string, count: number, each: (line: object) => void): void {
  const make = adversaries[name]
  if (make === undefined) throw new Error(`no adversary ${name}`)
  const random = seeded(17)
  const micros: number[] = []
  let greedyWrong = 0
  let greedyWorst = 0
  // The compiler has to see the search before it is timed; a phone has seen it too, at the first answer.
  const warm = performance.now() + 300
  const example = make(seeded(1))
  while (performance.now() < warm) bestCombination(example.decisions, example.groups)
  for (let index = 0; index < count; index++) {
    const instance = make(random)
    // The least of three: what the search takes, not what else the machine had to do.
    let least = Number.POSITIVE_INFINITY
    let best = 0
    for (let time = 0; time < 3; time++) {
      const started = process.hrtime.bigint()
      best = bestCombination(instance.decisions, instance.groups).maxFen
      least = Math.min(least, Number(process.hrtime.bigint() - started) / 1000)
    }
    const plain = greedy(instance)
    if (plain < best) greedyWrong++
    if (plain > best) throw new Error(`${name}: greedy found more than the exact search`)
    greedyWorst = Math.max(greedyWorst, 1 - plain / best)
    micros.push(least)
    const done = micros.length
    if (done === count || done % 10 === 0 || least > 100_000) {
      const mean = micros.reduce((sum, one) => sum + one, 0) / done
      const p999 = quantile(micros, 0.999)
      each({ done, mean, p50: quantile(micros, 0.5), p999, most: Math.max(...micros), greedyWrong, greedyWorst })
    }
  }
}

/** The plan for companies as they are drawn, and for one that is eligible for everything. */
export async function realPlans(): Promise<object> {
  const engine = new Engine(catalogue)
  const { groups } = catalogue
  const drawn = companies(1024, 5).map((facts) => engine.decideAll(facts, ON))
  const everything = engine.decideAll({}, ON).map(
    (one, index): Decision => ({
      ...eligible(index, 0),
      measureId: one.measureId,
      amount: one.amount ?? { basis: 'fixed', minFen: 0, maxFen: 1_000_000 * (1 + (index % 7)) },
    }),
  )
  let sink = 0
  const real = await costPerItem(drawn.length, () => {
    for (const decisions of drawn) sink += bestCombination(decisions, groups).maxFen
  })
  const all = await costPerItem(1, () => {
    sink += bestCombination(everything, groups).maxFen
  })
  return { real, all, sink }
}
