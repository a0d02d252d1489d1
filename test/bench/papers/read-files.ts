import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openReader } from '@suanhui/bff/recognition/reader'
import type { BenchFile } from './corpus'
import type { FileRead, ReadingRun } from './measured'
import { shareOfMemory, workerCost } from './worker-cost'

/** Reads files as the server does, as many at a time as there are workers, and prints what came of it: a process of its own. */
const [list = '', workersText = '1', threadsText = '2'] = process.argv.slice(2)
const [workers, threads] = [Number(workersText), Number(threadsText)]
const files: readonly BenchFile[] = JSON.parse(readFileSync(list, 'utf8'))
const reader = openReader({ workers, threads })

let [peak, together] = [0, 0]
let looking = false
async function look(): Promise<void> {
  if (looking) return
  looking = true
  const [{ bytes, largestBytes }, own] = await Promise.all([workerCost(), shareOfMemory('self')])
  peak = Math.max(peak, largestBytes)
  together = Math.max(together, bytes + own)
  looking = false
}
const sampler = setInterval(() => void look(), 100)

const read = ({ path, kind }: BenchFile) => reader.read({ bytes: readFileSync(path), mediaType: '', kind })

// Models are loaded with a worker's first photo: that once is told apart.
await Promise.all(files.slice(0, workers).map(read))

/** Between two looks at the loop: node counts it in, also where nothing holds the loop up. */
const LOOK_MS = 5
const delay = monitorEventLoopDelay({ resolution: LOOK_MS })
delay.enable()
const cpu = process.cpuUsage()
const before = (await workerCost()).cpuMs
const started = performance.now()
const left = [...files]

async function readOn(): Promise<void> {
  for (let file = left.shift(); file; file = left.shift()) {
    const from = performance.now()
    const reading = await read(file)
    const { paper, kind, level } = file
    const line: FileRead = { paper, kind, level, ms: performance.now() - from, reading }
    console.log(JSON.stringify(line))
  }
}
await Promise.all(Array.from({ length: workers }, readOn))

const { user, system } = process.cpuUsage(cpu)
delay.disable()
clearInterval(sampler)
const run: ReadingRun = {
  wallMs: performance.now() - started,
  cpuMs: (user + system) / 1000 + (await workerCost()).cpuMs - before,
  peakBytes: peak,
  togetherBytes: together,
  delayMaxMs: delay.max / 1e6 - LOOK_MS,
  delayP99Ms: delay.percentile(99) / 1e6 - LOOK_MS,
  load: loadavg()[1] ?? Number.NaN,
}
console.log(JSON.stringify(run))
await reader.close()
