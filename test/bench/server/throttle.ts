import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { tsx } from '@suanhui/bff/thread-entry'

const program = join(import.meta.dirname, 'throttle-program.ts')

/** Holds processes back to a share of one core each, until what it answers with is called. */
export async function throttled(pids: readonly number[], share: number): Promise<() => Promise<void>> {
  const args = [share, ...pids].map(String)
  const child = spawn(process.execPath, ['--import', tsx(), program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return async () => {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
}
