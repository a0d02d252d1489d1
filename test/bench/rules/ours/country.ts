import { Engine } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { type Measure, PlaneIndex, rowsOf, seeded } from '@suanhui/shared/rules'
import { type Cost, costOf, dividedBy, medianCost } from '../../clock'
import { drawColumns } from './columns'
import { differences } from './compare-planes'

export interface Country {
  readonly companies: number
  readonly build: Cost
  readonly all: Cost
  readonly newMeasure: Cost
  /** A company of which everything changes, and one of which three facts do. */
  readonly replace: Cost
  readonly update: Cost
  /** Bytes of the index's planes and of the answers, and what reading and writing them takes at memory speed. */
  readonly planeBytes: number
  readonly answerBytes: number
  readonly scan: Cost
  readonly copy: Cost
  /** Two columns of numbers added up: the least that two new thresholds could cost a plain loop. */
  readonly twoColumns: Cost
  readonly listed: Cost
  readonly eligiblePairs: number
  readonly compared: number
  readonly different: number
}

const engine = new Engine(catalogue)
const { numbering } = engine.masks
const measures = engine.rules.map((rule) => rule.measure)

/** A measure nobody has seen: two known conditions, two new thresholds. */
const newMeasure = (round: number): Measure => ({
  ...(measures[0] as Measure),
  slug: `new-${round}`,
  criteria: [
    { fact: 'company.region', within: '43', cite: '一' },
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '一' },
    { fact: 'finance.revenueLastYearFen', atLeast: 40_000_000 + round, cite: '一' },
    { fact: 'facility.pue', atMost: 1.2 + round / 1000, cite: '一' },
  ],
  amount: { basis: 'unspecified' },
})

async function times(count: number, work: (round: number) => void): Promise<Cost> {
  const costs: Cost[] = []
  for (let round = 0; round < count; round++) costs.push(await costOf(() => work(round)))
  return medianCost(costs)
}

let kept = 0

/** Reads every word once, eight at a time: what a plain loop gets out of the memory. */
function read(planes: readonly Int32Array[]): void {
  for (const plane of planes) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let word = 0; word < plane.length; word += 4) {
      a |= plane[word] as number
      b |= plane[word + 1] as number
      c |= plane[word + 2] as number
      d |= plane[word + 3] as number
    }
    kept ^= a | b | c | d
  }
}

function addUp(column: Float64Array): void {
  let sum = 0
  for (let row = 0; row < column.length; row++) sum += column[row] as number
  kept ^= sum > 0 ? 1 : 0
}

export async function wholeCountry(count: number, rounds: number): Promise<Country & { readonly kept: number }> {
  const columns = drawColumns(numbering, count, 42)
  const index = new PlaneIndex(catalogue.facts, numbering, columns, count)
  const built = await costOf(() => {
    for (const measure of measures) index.prepare(measure)
  })
  const answers = measures.map(() => index.blank())
  for (let warm = 0; warm < 3; warm++) index.decide(measures, answers)
  const all = await times(rounds, () => index.decide(measures, answers))

  // Statements share planes: each counts once.
  const inputs = [
    ...new Set(
      measures.flatMap((measure) =>
        index.prepare(measure).flatMap((one) => (one.open ? [one.fail, one.open] : [one.fail])),
      ),
    ),
  ]
  const outputs = answers.flatMap((one) => [one.fail, one.open])
  const bytesOf = (planes: readonly Int32Array[]) => planes.reduce((sum, plane) => sum + plane.byteLength, 0)
  for (let warm = 0; warm < 3; warm++) read(inputs)
  const scan = await times(rounds, () => read(inputs))
  const spare = new Int32Array(index.words)
  const copy = await times(rounds, () => {
    for (const plane of inputs) spare.set(plane)
  })
  const twoColumns = await times(rounds, (round) => {
    for (const place of [round % columns.length, (round + 50) % columns.length]) addUp(columns[place] as Float64Array)
  })

  let eligiblePairs = 0
  const listed = await times(1, () => {
    for (const { fail, open } of answers) {
      const passing = fail.map((word, at) => ~(word | (open[at] as number)))
      for (const row of rowsOf(passing, count)) eligiblePairs += row < 0 ? 0 : 1
    }
  })

  const random = seeded(9)
  const sample = Array.from({ length: 2000 }, () => Math.floor(random() * count))
  let different = differences(engine, columns, answers, sample)

  const blank = [index.blank()]
  for (let warm = 0; warm < 3; warm++) index.decide([newMeasure(500 + warm)], blank)
  const fresh = await times(rounds, (round) => index.decide([newMeasure(round)], blank))

  const changed = Array.from({ length: 4000 }, () => Math.floor(random() * count))
  const every = columns.map((_, place) => place)
  /** Gives a company the facts of another. */
  const change = (row: number, places: readonly number[]): void => {
    for (const place of places) {
      const column = columns[place] as Float64Array
      column[row] = column[(row * 7 + 1) % count] as number
    }
    index.update(row, places)
  }
  const wholly = changed.slice(0, 1000)
  const partly = changed.slice(1000)
  const replace = await costOf(() => {
    for (const row of wholly) change(row, every)
  })
  const update = await costOf(() => {
    for (const row of partly) change(row, [row % every.length, (row * 31) % every.length, (row * 57) % every.length])
  })
  different += differences(engine, columns, index.decide(measures, answers), changed)
  return {
    companies: count,
    build: built,
    all,
    newMeasure: fresh,
    replace: dividedBy(replace, wholly.length),
    update: dividedBy(update, partly.length),
    planeBytes: bytesOf(inputs),
    answerBytes: bytesOf(outputs),
    scan,
    copy,
    twoColumns,
    listed,
    eligiblePairs,
    compared: (sample.length + changed.length) * measures.length,
    different,
    kept,
  }
}
