import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Connections, USUAL_LIMITS } from '@suanhui/bff/stores/connections'
import { openDatabase } from '@suanhui/bff/stores/database'
import { DurableNodeFS, openDirectory } from '@suanhui/bff/stores/embedded/durable-node-fs'
import { maintain } from '@suanhui/bff/stores/embedded/maintenance'
import { openEmbedded } from '@suanhui/bff/stores/embedded/open-embedded'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { quietest } from '../quietest'
import { childOf } from './child'
import { freshDirectory, freshPath, opened } from './engines'
import { quiet } from './quiet'

const MAY_BLOCK_MS = 20

it('a slow query never blocks the main thread', async () => {
  const database = await opened({ engine: 'embedded', directory: freshDirectory() })
  const measure = async (): Promise<number> => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const start = performance.now()
    await sql`select count(*) from generate_series(1, 3000000) n`.execute(database.queries)
    delay.disable()
    expect(performance.now() - start).toBeGreaterThan(10 * MAY_BLOCK_MS)
    return delay.max / 1e6
  }
  const blocked = await quietest(MAY_BLOCK_MS, measure)
  console.log(`main thread blocked at most ${blocked.toFixed(1)} ms while a slow query ran`)
  expect(blocked).toBeLessThan(MAY_BLOCK_MS)
})

it('a second process is told in plain words that the directory is taken', async () => {
  const directory = freshDirectory()
  const first = await opened({ engine: 'embedded', directory })
  const second = openDatabase({ engine: 'embedded', directory }, quiet)
  await expect(second).rejects.toThrow(`数据目录 ${directory} 正在被进程 ${process.pid}`)
  expect(await first.health()).toMatchObject({ ok: true })
})

describe('the first start', () => {
  it('leaves nothing half made: what an earlier one left is swept away', async () => {
    const directory = join(freshPath('first'), 'database')
    await mkdir(`${directory}.new-12345/base`, { recursive: true })
    await writeFile(`${directory}.new-12345/PG_VERSION`, '18')
    const database = await openDatabase({ engine: 'embedded', directory }, quiet)
    await database.close()
    expect(readdirSync(dirname(directory))).toEqual(['database'])
  })

  it('touches neither other files nor the files of another version', async () => {
    const other = join(freshPath('other'), 'database')
    await mkdir(other, { recursive: true })
    await writeFile(join(other, 'letter.txt'), 'dear')
    await expect(openDatabase({ engine: 'embedded', directory: other }, quiet)).rejects.toThrow('里有别的文件')

    const older = freshDirectory()
    await writeFile(join(older, 'PG_VERSION'), '17\n')
    await expect(openDatabase({ engine: 'embedded', directory: older }, quiet)).rejects.toThrow('先用原来的版本备份')
  })
})

it('keeps house: the log does not grow for ever, and dead rows go', async () => {
  const engine = await openEmbedded({ engine: 'embedded', directory: freshDirectory() })
  const nothing = (): void => undefined
  const world = { elapsedMs: quiet.elapsedMs, onStatement: nothing, onLost: nothing, limits: USUAL_LIMITS }
  const connections = new Connections(engine.pool, world)
  try {
    const one = async (statement: string): Promise<unknown> =>
      Object.values((await connections.run<Record<string, unknown>>(statement)).rows[0] ?? {})[0]
    const logBytes = 'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int from pg_control_checkpoint()'
    await connections.run('create schema suanhuitong')
    await connections.run('create table pad (id int, text text)')
    await connections.run("insert into pad select n, repeat('x', 500) from generate_series(1, 20000) n")
    await connections.run('update pad set id = id + 1')
    expect(await one(logBytes)).toBeGreaterThan(16 * 1024 * 1024)

    await maintain(connections)
    expect(await one(logBytes)).toBeLessThan(1024 * 1024)
    const dead = "select n_dead_tup from pg_stat_user_tables where relname = 'pad'"
    expect(await one(dead)).toBe(0)
  } finally {
    await connections.end()
    await engine.release()
  }
})

describe.each(['fsync fails', 'the disk is full'])('when %s', (fault) => {
  it('stops at once, and has everything that it acknowledged', async () => {
    const directory = freshDirectory()
    const child = childOf('fault-child.ts', [directory, fault])
    let acknowledged = 0
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += String(text)
    })
    const code = await new Promise((resolve) => child.on('exit', resolve))
    const lines = said.trim().split('\n')
    acknowledged = lines.filter((line) => /^\d+$/.test(line)).length
    expect([code, lines.at(-1)]).toEqual([1, String(acknowledged)])
    expect(acknowledged).toBeGreaterThan(10)

    const reopened = await openDirectory(new DurableNodeFS(directory), () => undefined)
    const { rows } = await reopened.query<{ n: number }>('select count(*)::int as n from kept')
    await reopened.close()
    expect([acknowledged, acknowledged + 1]).toContain(rows[0]?.n)
  })
})
