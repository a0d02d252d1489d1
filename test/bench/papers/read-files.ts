import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openReader } from '@suanhui/bff/recognition/reader'
import type { BenchFile } from './corpus'
import type { FileRead, ReadingRun } from './measured'
import { workerCost } from './worker-cost'

/** Reads files one after the other, as the server does, and prints what came of it: a process of its own. */
const [list = '', threads = '2'] = process.argv.slice(2)
const files: readonly BenchFile[] = JSON.parse(readFileSync(list, 'utf8'))
const reader = openReader({ threads: Number(threads) })

let peak = 0
const idle = process.memoryUsage().rss
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss + workerCost().bytes)
}, 50)

const first = files[0]
// Models are loaded with the first photo: that once is told apart.
if (first) await reader.read({ bytes: readFileSync(first.path), mediaType: '', kind: first.kind })

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const cpu = process.cpuUsage()
const before = workerCost().cpuMs
const started = performance.now()
for (const file of files) {
  const bytes = readFileSync(file.path)
  const from = performance.now()
  const reading = await reader.read({ bytes, mediaType: '', kind: file.kind })
  const read: FileRead = {
    paper: file.paper,
    kind: file.kind,
    level: file.level,
    ms: performance.now() - from,
    reading,
  }
  console.log(JSON.stringify(read))
}
const { user, system } = process.cpuUsage(cpu)
delay.disable()
clearInterval(sampler)
const run: ReadingRun = {
  wallMs: performance.now() - started,
  cpuMs: (user + system) / 1000 + workerCost().cpuMs - before,
  idleBytes: idle,
  peakBytes: peak,
  delayMaxMs: delay.max / 1e6,
  delayP99Ms: delay.percentile(99) / 1e6,
  load: loadavg()[1] ?? Number.NaN,
}
console.log(JSON.stringify(run))
await reader.close()
