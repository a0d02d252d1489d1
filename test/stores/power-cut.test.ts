import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { DurableNodeFS, openDirectory } from '@suanhui/bff/stores/embedded/durable-node-fs'
import { SCHEMA } from '@suanhui/bff/stores/session'
import { afterAll, expect, it } from 'vitest'
import { freshDirectory, freshPath } from './engines'
import { type Fate, VolatileFS } from './volatile-fs'

/** As many as `POWER_CUTS` says, in a longer trial. */
const CUTS = Number(process.env.POWER_CUTS ?? 8)
const ignore = (): void => undefined

/** The same numbers in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const TABLES = `create table account (id int primary key, fen int);
  create table transfer (seq int primary key, pad text); create index on transfer (pad);
  insert into account select n, 1000 from generate_series(0, 9) n;`

/** Moves one fen and writes down that it did, in one transaction. */
const transfer = (database: PGlite, seq: number, pad: string) =>
  database.transaction(async (trx) => {
    await trx.query('update account set fen = fen - 1 where id = $1', [seq % 10])
    await trx.query('update account set fen = fen + 1 where id = $1', [(seq * 7 + 3) % 10])
    await trx.query('insert into transfer values ($1, $2)', [seq, pad])
  })

interface State {
  readonly rows: number
  readonly highest: number
  readonly fen: number
  readonly byIndex: number
  readonly byPad: number
}

async function stateOf(database: PGlite): Promise<State> {
  const { rows } = await database.query<State>(`select count(*)::int as rows, coalesce(max(seq), 0)::int as highest,
    (select sum(fen)::int from account) as fen from transfer`)
  await database.exec('set enable_seqscan = off')
  const counted = async (where: string): Promise<number> =>
    (await database.query<{ n: number }>(`select count(*)::int as n from transfer where ${where}`)).rows[0]?.n ?? -1
  const byIndex = await counted('seq > 0')
  const byPad = await counted("pad >= ''")
  // It must be able to go on, too.
  await database.exec("insert into transfer values (-1, 't'); delete from transfer where seq = -1; checkpoint")
  return { rows: 0, highest: 0, fen: 0, ...rows[0], byIndex, byPad }
}

interface Cut {
  readonly copy: string
  readonly acknowledged: number
  readonly undone: number
}

const lines: string[] = []
afterAll(() => console.log(`power cuts, embedded: ${lines.join('; ')}`))

it(`${CUTS} power cuts in the midst of writing: nothing acknowledged is lost`, async () => {
  const random = numbers(20_261_121)
  const fates: readonly Fate[] = ['torn', 'half', 'none']
  const files = new VolatileFS(freshDirectory(), random)
  const database = await openDirectory(files, ignore)
  await database.exec(`create schema ${SCHEMA}; ${TABLES}`)

  const cuts: Cut[] = []
  let acknowledged = 0
  let countdown = 100
  let cutting = false
  files.onWrite = () => {
    countdown -= 1
    if (countdown > 0 || cutting || cuts.length === CUTS) return
    cutting = true
    const copy = freshPath('cut')
    const undone = files.cut(copy, fates[cuts.length % fates.length] ?? 'torn')
    cuts.push({ copy, acknowledged, undone })
    countdown = 50 + Math.floor(random() * 250)
    cutting = false
  }
  for (let seq = 1; cuts.length < CUTS; seq += 1) {
    await transfer(database, seq, String(random()).repeat(30))
    acknowledged = seq
    if (random() > 0.02) continue
    // While a checkpoint writes the pages themselves, most is under way.
    countdown = Math.min(countdown, 1 + Math.floor(random() * 20))
    await database.exec('checkpoint')
  }
  await database.close()

  for (const { copy, acknowledged: promised, undone } of cuts) {
    const reopened = await openDirectory(new DurableNodeFS(copy), ignore)
    const state = await stateOf(reopened)
    await reopened.close()
    // The transfer under way may have taken place, or not; never half of it.
    expect(state.highest).toBeGreaterThanOrEqual(promised)
    expect(state.highest).toBeLessThanOrEqual(promised + 1)
    expect(state).toMatchObject({ rows: state.highest, byIndex: state.highest, byPad: state.highest, fen: 10_000 })
    lines.push(`${promised} acknowledged, ${undone} writes undone, 0 lost`)
  }
  // A disk that loses nothing would prove nothing.
  expect(cuts.reduce((sum, { undone }) => sum + undone, 0)).toBeGreaterThan(20)
})

it('the same cut breaks PGlite as it comes: the test can fail', async () => {
  const random = numbers(7)
  const files = new VolatileFS(freshDirectory(), random)
  const database = await PGlite.create({ fs: files })
  await database.exec(TABLES)
  for (let seq = 1; seq <= 150; seq += 1) {
    await transfer(database, seq, String(random()).repeat(30))
    if (seq === 75) await database.exec('checkpoint')
  }
  const copy = freshPath('cut')
  files.cut(copy, 'torn')
  const fsyncs = files.fsyncs
  await database.close()
  const outcome = await PGlite.create({ fs: new NodeFS(copy) })
    .then(stateOf)
    .then(({ rows }) => `${rows} of 150 transfers found`)
    .catch((error: Error) => error.message)
  lines.push(`without fsync: ${outcome}`)
  expect(outcome).not.toBe('150 of 150 transfers found')
  expect(fsyncs).toBe(0)
})
