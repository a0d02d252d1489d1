/** What one piece of work costs, in nanoseconds. */
export interface Cost {
  /** Processor time of the whole process, the middle of several. */
  readonly cpuNs: number
  /** The least of them: what it takes when nobody else is at the caches. */
  readonly bestNs: number
  readonly wallNs: number
}

const MEASURED_MS = 30
const PASSES = 5

const cpuUs = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Work to be measured; what answers with a promise is waited for. */
export type Work = () => void | Promise<void>

/** Processor and wall time of a call. */
export async function costOf(work: Work): Promise<Cost> {
  const wall = process.hrtime.bigint()
  const cpu = cpuUs()
  const waited = work()
  if (waited) await waited
  const cpuNs = (cpuUs() - cpu) * 1000
  return { cpuNs, bestNs: cpuNs, wallNs: Number(process.hrtime.bigint() - wall) }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** The value that this share of the others does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN

/** The middle of several costs, processor and wall time apart, and the best of all. */
export const medianCost = (costs: readonly Cost[]): Cost => ({
  cpuNs: median(costs.map((one) => one.cpuNs)),
  bestNs: Math.min(...costs.map((one) => one.bestNs)),
  wallNs: median(costs.map((one) => one.wallNs)),
})

/** The cost of one of so many equal parts. */
export const dividedBy = ({ cpuNs, bestNs, wallNs }: Cost, parts: number): Cost => ({
  cpuNs: cpuNs / parts,
  bestNs: bestNs / parts,
  wallNs: wallNs / parts,
})

/**
 * Cost of one item of a pass over `items`: warmed up until the compiler has settled, then the median of several
 * stretches, each long enough for the processor clock (which counts in microseconds).
 */
export async function costPerItem(items: number, pass: Work, warmMs = 120): Promise<Cost> {
  const started = performance.now()
  let passes = 0
  while (performance.now() - started < warmMs) {
    await pass()
    passes++
  }
  const each = (performance.now() - started) / passes
  const repeats = Math.max(1, Math.ceil(MEASURED_MS / each))
  const stretches: Cost[] = []
  for (let stretch = 0; stretch < PASSES; stretch++) {
    const stretchCost = await costOf(async () => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const waited = pass()
        if (waited) await waited
      }
    })
    stretches.push(stretchCost)
  }
  return dividedBy(medianCost(stretches), repeats * items)
}
