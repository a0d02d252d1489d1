import { readdirSync, readFileSync } from 'node:fs'

/**
 * `node throttle-program.ts SHARE PID…`: lets each process have that share of one core, in processor time, and stops it
 * while it has had it. As a container with a limit is held back, but without a container.
 */
const [share = 0, ...pids] = process.argv.slice(2).map(Number)

const LOOK_EVERY_MS = 2
/** Who had nothing to do for a while does not catch up on more than this. */
const MOST_SAVED_MS = 10

/** Processor time of all threads in milliseconds, exact where `/proc/PID/stat` counts hundredths of a second. */
function cpuMs(pid: number): number {
  let ns = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
  }
  return ns / 1e6
}

class Held {
  private used: number
  private left = 0
  private stopped = false

  constructor(private readonly pid: number) {
    this.used = cpuMs(pid)
  }

  look(passedMs: number): void {
    const now = cpuMs(this.pid)
    this.left = Math.min(MOST_SAVED_MS, this.left + passedMs * share - (now - this.used))
    this.used = now
    if (this.left < 0 !== this.stopped) this.stop(this.left < 0)
  }

  stop(stopped: boolean): void {
    this.stopped = stopped
    process.kill(this.pid, stopped ? 'SIGSTOP' : 'SIGCONT')
  }
}

const held = pids.map((pid) => new Held(pid))
let last = performance.now()
setInterval(() => {
  const now = performance.now()
  for (const one of held) one.look(now - last)
  last = now
}, LOOK_EVERY_MS)
process.on('SIGTERM', () => {
  for (const one of held) one.stop(false)
  process.exit(0)
})
console.log('ready')
