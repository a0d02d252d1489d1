import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { cpuSecondsOf, familySecondsOf, readStat, threadsMsOf } from './processor-time'

/** Takes about so much processor time. */
const busy = (ms: number): string =>
  `const until = process.cpuUsage().user + ${ms * 1000}; while (process.cpuUsage().user < until);`

/** Others than Linux have no `/proc`. */
const onLinux = it.runIf(process.platform === 'linux')

describe('processor time', () => {
  it('is read from where the kernel writes it, whatever a process is called', () => {
    const text = '4711 (postgres: a) b) S 42 4711 4711 0 -1 4194560 9 8 7 6 150 50 30 20 20 0 1 0 999 1 2'
    expect(readStat(text)).toEqual({ parent: 42, ownS: 2, buriedS: 0.5 })
  })

  onLinux('of a process is that of its threads', () => {
    const [threads, all] = [threadsMsOf(process.pid), cpuSecondsOf(process.pid) * 1000]
    expect(threads).toBeGreaterThan(0)
    // Threads that have ended are in the second only.
    expect(threads).toBeLessThan(all + 1_000)
  })

  onLinux('of a family holds children that live and children that have ended', async () => {
    const program = `
      require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy(200))}])
      const living = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`${busy(200)} console.log('done'); setInterval(() => {}, 1000)`)}], { stdio: ['ignore', 'pipe', 'ignore'] })
      living.stdout.once('data', () => console.log('done'))
      process.stdin.once('end', () => { living.kill(); process.exit() }).resume()`
    const parent = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(parent.stdout, 'data')
    const pid = parent.pid ?? 0
    expect(familySecondsOf(pid) - cpuSecondsOf(pid)).toBeGreaterThan(0.38)
    const ended = once(parent, 'exit')
    parent.stdin.end()
    await ended
  })
})
