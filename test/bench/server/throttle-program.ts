import { Allowance } from './allowance'
import { threadsMsOf } from './processor-time'

/**
 * `node throttle-program.ts SHARE PID…`: lets each process have that share of one core, in processor time, and stops it
 * while it has had it. As a container with a limit is held back, but without a container.
 */
const [share = 0, ...pids] = process.argv.slice(2).map(Number)

const LOOK_EVERY_MS = 2
/** As Linux has it for containers. */
const PERIOD_MS = 100
/** Each has periods of its own length: whether two run at the same moment is then nobody's choice, as on any machine. */
const SHORTER_MS = 7

class Held {
  private readonly allowance: Allowance
  private stopped = false

  constructor(
    private readonly pid: number,
    index: number,
  ) {
    const [nowMs, usedMs] = [performance.now(), threadsMsOf(pid)]
    this.allowance = new Allowance({ share, periodMs: PERIOD_MS - index * SHORTER_MS, nowMs, usedMs })
  }

  look(): void {
    // To look takes processor time itself: of who is stopped there is nothing to see.
    if (!this.stopped) this.allowance.take(threadsMsOf(this.pid))
    if (this.allowance.mayRun(performance.now()) === this.stopped) this.stop(!this.stopped)
  }

  stop(stopped: boolean): void {
    this.stopped = stopped
    process.kill(this.pid, stopped ? 'SIGSTOP' : 'SIGCONT')
  }
}

const held = pids.map((pid, index) => new Held(pid, index))
setInterval(() => {
  for (const one of held) one.look()
}, LOOK_EVERY_MS)
process.on('SIGTERM', () => {
  for (const one of held) one.stop(false)
  process.exit(0)
})
console.log('ready')
