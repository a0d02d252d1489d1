/** Label values come from code: routes, kinds, outcomes. Never an id, a number or a word that someone typed. */
export type Labels = Readonly<Record<string, string>>

/** One number under its labels, at the moment of asking. */
export interface Sample {
  readonly labels: Labels
  readonly value: number
}

interface Named {
  /** As Prometheus wants it: `suanhuitong_…_total`, `…_seconds`, `…_bytes`. */
  readonly name: string
  readonly help: string
}

export interface Counter {
  add(labels: Labels, by?: number): void
}

export interface Histogram {
  observe(labels: Labels, value: number): void
}

/** What the process counts, and how it is written down. */
export interface Registry {
  counter(named: Named): Counter
  /** @param bounds upper bounds of the buckets, rising. */
  histogram(named: Named, bounds: readonly number[]): Histogram
  /** Asked for its samples at each reading; one that fails leaves its lines out, not the page. */
  gauge(named: Named, read: () => readonly Sample[] | Promise<readonly Sample[]>): void
  /** Prometheus text format 0.0.4. */
  text(): Promise<string>
}

const SPECIAL = /[\\"\n]/
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\"\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`)) : text

/** Made at every request and statement, hence without a list in between. */
function labelText(labels: Labels): string {
  let text = ''
  for (const name in labels) text += `${text === '' ? '' : ','}${name}="${escaped(labels[name] ?? '')}"`
  return text
}

const line = (name: string, labels: string, value: number): string =>
  labels === '' ? `${name} ${value}` : `${name}{${labels}} ${value}`

const head = ({ name, help }: Named, type: 'counter' | 'gauge' | 'histogram'): readonly string[] => [
  `# HELP ${name} ${help.replace(/[\\\n]/g, ' ')}`,
  `# TYPE ${name} ${type}`,
]

function countOf(named: Named): { counter: Counter; lines: () => readonly string[] } {
  const values = new Map<string, number>()
  return {
    counter: {
      add(labels, by = 1) {
        const key = labelText(labels)
        values.set(key, (values.get(key) ?? 0) + by)
      },
    },
    lines: () => [...head(named, 'counter'), ...[...values].map(([key, value]) => line(named.name, key, value))],
  }
}

interface Spread {
  /** One a bound, and the last for what lies above them all; not cumulative yet. */
  readonly buckets: number[]
  sum: number
  count: number
}

function histogramOf(named: Named, bounds: readonly number[]) {
  const spreads = new Map<string, Spread>()
  const linesOf = ([key, { buckets, sum, count }]: readonly [string, Spread]): readonly string[] => {
    const prefix = key === '' ? '' : `${key},`
    let below = 0
    const cumulative = bounds.map((bound, index) => {
      below += buckets[index] ?? 0
      return line(`${named.name}_bucket`, `${prefix}le="${bound}"`, below)
    })
    return [
      ...cumulative,
      line(`${named.name}_bucket`, `${prefix}le="+Inf"`, count),
      line(`${named.name}_sum`, key, sum),
      line(`${named.name}_count`, key, count),
    ]
  }
  const histogram: Histogram = {
    observe(labels, value) {
      const key = labelText(labels)
      let spread = spreads.get(key)
      if (spread === undefined) {
        spread = { buckets: new Array<number>(bounds.length + 1).fill(0), sum: 0, count: 0 }
        spreads.set(key, spread)
      }
      const above = bounds.findIndex((bound) => value <= bound)
      const index = above === -1 ? bounds.length : above
      spread.buckets[index] = (spread.buckets[index] ?? 0) + 1
      spread.sum += value
      spread.count += 1
    },
  }
  return { histogram, lines: () => [...head(named, 'histogram'), ...[...spreads].flatMap(linesOf)] }
}

export function openRegistry(): Registry {
  const parts: (() => readonly string[] | Promise<readonly string[]>)[] = []
  return {
    counter(named) {
      const { counter, lines } = countOf(named)
      parts.push(lines)
      return counter
    },
    histogram(named, bounds) {
      const { histogram, lines } = histogramOf(named, bounds)
      parts.push(lines)
      return histogram
    },
    gauge(named, read) {
      parts.push(async () => {
        const samples = await Promise.resolve()
          .then(read)
          .catch(() => undefined)
        if (samples === undefined) return []
        return [
          ...head(named, 'gauge'),
          ...samples.map(({ labels, value }) => line(named.name, labelText(labels), value)),
        ]
      })
    },
    async text() {
      const lines = await Promise.all(parts.map((part) => part()))
      return `${lines.flat().join('\n')}\n`
    },
  }
}
