import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { BackupExistsError, checkBackup } from '@suanhui/bff/stores/backup/backup-file'
import { CopyMismatchError, TargetNotEmptyError } from '@suanhui/bff/stores/backup/load-tables'
import { backUp, move, restore } from '@suanhui/bff/stores/backup/move'
import { summarise } from '@suanhui/bff/stores/backup/read-tables'
import type { Database } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import type { Migration } from '@suanhui/bff/stores/migrations/migration'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { engines, freshPath, sharedDatabase } from './engines'

const ROWS = 1_234

/** Whatever makes copying hard: numbers given out, keys in circles, computed columns, triggers, every kind of value. */
const hard: Migration = {
  id: '001-hard',
  sql: `
    create table company (
      id bigint generated always as identity primary key, name text not null, boss bigint,
      facts jsonb not null, raw json, mark bytea, at timestamptz, day date, rate numeric, tags text[], on_off boolean,
      ratio double precision, took interval, length int generated always as (length(name)) stored);
    create table person (id int primary key, company bigint not null references company,
      follows int references person, code serial);
    alter table company add foreign key (boss) references person deferrable initially deferred;
    create table empty_one (id uuid primary key);
    create function refuse() returns trigger language plpgsql as 'begin raise exception ''never changed''; end';
    create trigger never before update or delete on person for each row execute function refuse();
    create function twice() returns trigger language plpgsql as
      'begin new.id := new.id + 100000; return new; end';
    create trigger moved before insert on person for each row execute function twice();`,
}
const later: Migration = { id: '002-later', sql: `alter table company add column later text not null default 'new'` }

async function fill(database: Database): Promise<void> {
  await migrate(database, [hard])
  await database.transaction(async (trx) => {
    await sql`insert into company (name, facts, raw, mark, at, day, rate, tags, on_off, ratio, took)
      select case when n % 7 = 0 then '' else '湘算' || n || E'\n"\\t' end, jsonb_build_object('b', n, 'a', array[1, null]),
        case when n % 3 = 0 then '{"z":1, "a" : 2}'::json end, decode(md5(n::text), 'hex'),
        timestamptz '2026-11-21 12:00:00.123456+08' + n * interval '1 second',
        date '2026-02-28' + n, n / 7.0, array['甲', null, '{,"}'], n % 2 = 0, n / 3.0::float8, n * interval '1.5 hours'
      from generate_series(1, ${sql.lit(ROWS)}) n`.execute(trx)
    // Who is followed may come later than who follows, and boss and company point at one another.
    await sql`insert into person (id, company, follows) values (2, 1, 100001), (1, 2, null)`.execute(trx)
    await sql`update company set boss = 100002 where id = 1`.execute(trx)
  })
}

const picture = (database: Database) => database.transaction((trx) => summarise(trx), { readOnly: true })

const freshFile = async (): Promise<string> => {
  const file = `${freshPath('backup')}/copy.gz`
  await mkdir(dirname(file))
  return file
}

const pairs = engines.flatMap((from) => engines.map((to) => ({ from, to })))

describe.each(pairs)('from the $from.name engine to the $to.name engine', ({ from, to }) => {
  const source = sharedDatabase(from)
  const target = sharedDatabase(to)
  beforeEach(() => fill(source()))

  it('a backup brings everything back', async () => {
    const file = await freshFile()
    const written = await backUp(source(), file, new Date())
    expect(written.map(({ table, rows }) => [table, rows])).toEqual([
      ['company', ROWS],
      ['empty_one', 0],
      ['person', 2],
    ])
    expect(await restore(target(), file, { migrations: [hard], replace: false })).toEqual(written)
    expect(await picture(target())).toEqual(await picture(source()))

    // Numbers go on where they were, keys and triggers are in force again, computed columns are computed.
    const added = await sql<{ id: number; length: number }>`insert into company (name, facts) values ('新', '{}')
      returning id, length`.execute(target().queries)
    expect(added.rows).toEqual([{ id: ROWS + 1, length: 1 }])
    const orphan = sql`insert into person (id, company) values (9, 999999)`.execute(target().queries)
    await expect(orphan).rejects.toMatchObject({ kind: 'reference' })
    await expect(sql`delete from person`.execute(target().queries)).rejects.toThrow('never changed')
  })

  it('a move brings everything over, once', async () => {
    const first = await move(source(), target(), [hard])
    expect(first).toMatchObject({ alreadyThere: false })
    expect(await picture(target())).toEqual(await picture(source()))
    expect(await move(source(), target(), [hard])).toEqual({ tables: first.tables, alreadyThere: true })

    await sql`insert into empty_one values ('00000000-0000-0000-0000-000000000001')`.execute(target().queries)
    const before = await picture(target())
    await expect(move(source(), target(), [hard])).rejects.toThrow(TargetNotEmptyError)
    expect(await picture(target())).toEqual(before)
  })
})

describe.each(engines)('on the $name engine', (engine) => {
  const database = sharedDatabase(engine)

  it('a restore that fails at its last step has changed nothing', async () => {
    await fill(database())
    const file = await freshFile()
    const written = await backUp(database(), file, new Date())
    const broken: Migration = { ...later, sql: 'select nonsense' }
    const failed = restore(database(), file, { migrations: [hard, broken], replace: true })
    await expect(failed).rejects.toMatchObject({ kind: 'defect' })
    expect(await picture(database())).toEqual(written)
  })

  it('refuses to write over what is there, unless told', async () => {
    await fill(database())
    const file = await freshFile()
    const written = await backUp(database(), file, new Date())
    await sql`insert into empty_one values ('00000000-0000-0000-0000-000000000001')`.execute(database().queries)
    const refused = restore(database(), file, { migrations: [hard], replace: false })
    await expect(refused).rejects.toThrow('已经有数据（company、empty_one、person）')
    await restore(database(), file, { migrations: [hard], replace: true })
    expect(await picture(database())).toEqual(written)
  })

  it('brings an old backup up to date, and refuses one from a newer program', async () => {
    await fill(database())
    const old = await freshFile()
    await backUp(database(), old, new Date())
    await restore(database(), old, { migrations: [hard, later], replace: true })
    const { rows } = await sql`select distinct later from company`.execute(database().queries)
    expect(rows).toEqual([{ later: 'new' }])

    const newer = await freshFile()
    await backUp(database(), newer, new Date())
    const refused = restore(database(), newer, { migrations: [hard], replace: true })
    await expect(refused).rejects.toThrow('数据库比程序新')
  })

  it('is one moment of a database that goes on', async () => {
    await fill(database())
    const before = await picture(database())
    let stop = false
    const writing = (async () => {
      while (!stop) await sql`insert into empty_one values (gen_random_uuid())`.execute(database().queries)
    })()
    const file = await freshFile()
    const written = await backUp(database(), file, new Date())
    stop = true
    await writing
    expect(written.filter(({ table }) => table !== 'empty_one')).toEqual(
      before.filter(({ table }) => table !== 'empty_one'),
    )
    expect(await checkBackup(file)).toEqual(written)
  })
})

describe('a backup file', () => {
  const database = sharedDatabase(engines[0])
  const written = async (): Promise<string> => {
    await migrate(database(), [hard])
    await sql`insert into company (name, facts) values ('湘', '{}'), ('晋', '{}')`.execute(database().queries)
    const file = await freshFile()
    await backUp(database(), file, new Date('2026-11-21T00:00:00Z'))
    return file
  }

  it('can be read by its owner alone, is never written over, and leaves no drafts', async () => {
    const file = await written()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const content = readFileSync(file)
    await expect(backUp(database(), file, new Date())).rejects.toThrow(BackupExistsError)
    expect(readFileSync(file)).toEqual(content)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('is lines of JSON, which say what they are', async () => {
    const lines = gunzipSync(readFileSync(await written()))
      .toString()
      .trim()
      .split('\n')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      format: 'suanhuitong-backup',
      version: 1,
      createdAt: '2026-11-21T00:00:00.000Z',
    })
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ head: { migrations: [{ id: '001-hard' }] } })
    const sum = createHash('sha256')
      .update(`${lines.slice(0, -1).join('\n')}\n`)
      .digest('hex')
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ sha256: sum })
  })

  const changes: readonly (readonly [string, (packed: Buffer) => Buffer])[] = [
    ['cut off', (packed) => packed.subarray(0, packed.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['not packed', (packed) => gunzipSync(packed)],
    ['another file', () => gzipSync('{"format":"else"}\n')],
    ['of a later version', () => gzipSync('{"format":"suanhuitong-backup","version":2}\n')],
    ['changed in a value', (packed) => gzipSync(gunzipSync(packed).toString().replace('湘', '粤'))],
    [
      'without a row',
      (packed) =>
        gzipSync(
          gunzipSync(packed)
            .toString()
            .replace(/\{"rows".*\n/, ''),
        ),
    ],
    [
      'without its end',
      (packed) =>
        gzipSync(
          gunzipSync(packed)
            .toString()
            .replace(/\{"sha256".*\n/, ''),
        ),
    ],
    ['with a line too many', (packed) => gzipSync(`${gunzipSync(packed).toString()}{"counters":[]}\n`)],
  ]

  it.each(changes)('that is %s is refused before anything is touched', async (_what, change) => {
    const file = await written()
    const before = await picture(database())
    writeFileSync(file, change(readFileSync(file)))
    const refused = restore(database(), file, { migrations: [hard], replace: true })
    await expect(refused).rejects.toThrow(CopyMismatchError)
    expect(await picture(database())).toEqual(before)
  })

  it('whose sums were made to fit a changed row still does not pass', async () => {
    const file = await written()
    const lines = gunzipSync(readFileSync(file)).toString().replace('湘', '粤').trim().split('\n').slice(0, -1)
    const text = `${lines.join('\n')}\n`
    const sum = createHash('sha256').update(text).digest('hex')
    writeFileSync(file, gzipSync(`${text}{"sha256":"${sum}"}\n`))
    await expect(checkBackup(file)).rejects.toThrow('表 company 对不上')
  })

  it('that is not there is refused', async () => {
    await expect(checkBackup('/nowhere/at/all')).rejects.toThrow(CopyMismatchError)
  })
})
