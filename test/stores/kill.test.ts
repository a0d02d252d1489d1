import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseSettings } from '@suanhui/bff/stores/settings'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bundle } from './bundle'
import { freshDirectory, freshPath } from './engines'
import { type PostgresServer, startPostgres } from './postgres-server'

/** As many as `KILLS` says, in a longer trial. */
const KILLS = Number(process.env.KILLS ?? 10)

interface Found {
  readonly rows: number
  readonly highest: number
  readonly fen: number
}

interface Life {
  readonly found: Found
  /** The last transfer that it said was committed; 0 for none. */
  readonly acknowledged: number
}

/** One process: from its start to its death by SIGKILL, at some moment while it writes. */
async function live(program: string, settings: DatabaseSettings, alsoKill?: () => Promise<void>): Promise<Life> {
  const child = spawn(process.execPath, ['--liftoff-only', program, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.on('data', (text: Buffer) => complaints.push(String(text)))
  const ended = once(child, 'exit')
  let found: Found | undefined
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (found !== undefined) {
      acknowledged = Number(line)
      continue
    }
    found = JSON.parse(line) as Found
    void sleep(20 + Math.random() * 300).then(async () => {
      await alsoKill?.()
      child.kill('SIGKILL')
    })
  }
  await ended
  if (found === undefined) throw new Error(`the child ended early: ${complaints.join('')}`)
  return { found, acknowledged }
}

/** Lives one after the other; each has to find what the ones before it were told. */
async function lives(count: number, one: (index: number) => Promise<Life>): Promise<string> {
  let acknowledged = 0
  for (let index = 0; index <= count; index += 1) {
    const life = await one(index)
    expect(life.found.highest).toBeGreaterThanOrEqual(acknowledged)
    expect(life.found).toMatchObject({ rows: life.found.highest, fen: 10_000 })
    acknowledged = Math.max(life.found.highest, life.acknowledged)
  }
  return `${count} × kill -9, ${acknowledged} transactions acknowledged, 0 lost`
}

describe('killed while it writes, a process loses nothing that it acknowledged', () => {
  const lines: string[] = []
  let program = ''
  beforeAll(() => {
    program = join(bundle(['kill-child.ts'], freshPath('bundle')), 'kill-child.js')
  })
  afterAll(() => console.log(lines.join('\n')))

  it('on the embedded engine', async () => {
    const settings: DatabaseSettings = { engine: 'embedded', directory: freshDirectory() }
    lines.push(`embedded: ${await lives(KILLS, () => live(program, settings))}`)
  })

  describe('on the server engine', () => {
    let server: PostgresServer | undefined
    beforeAll(async () => {
      server = await startPostgres(inject('stores').postgresBin, freshPath('killed-server'))
    })
    afterAll(() => server?.stop())

    it('with the server itself killed every third time', async () => {
      const settings: DatabaseSettings = { engine: 'server', url: server?.url('postgres') ?? '', poolSize: 2 }
      const outcome = await lives(KILLS, async (index) => {
        if (index % 3 !== 2) return live(program, settings)
        const life = await live(program, settings, server?.kill)
        await server?.start()
        return life
      })
      lines.push(`server: ${outcome}`)
    })
  })
})
