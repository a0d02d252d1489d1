import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { tsx } from '@suanhui/bff/thread-entry'
import type { Request } from './drive'
import type { House } from './house'
import type { StackSettings } from './stack'

/** A server that listens, in a process of its own. */
export interface Listening {
  readonly port: number
  readonly pid: number
  stop(): Promise<void>
}

/** One of the frames of `stack.ts`. */
export async function startStack(name: string, settings: StackSettings): Promise<Listening> {
  const program = join(import.meta.dirname, 'stack.ts')
  const child = spawn(process.execPath, ['--import', tsx(), program, name, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { port }: { readonly port: number } = JSON.parse(String(line))
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

/** The product's own. */
export async function startOurs(house: House): Promise<Listening> {
  const { url, pid, stop } = await house.start()
  return { port: Number(new URL(url).port), pid, stop }
}

export const bodyOf = async (port: number, { method, path, headers = {}, body }: Request): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body }),
  })
  return response.text()
}
