import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { syncPath } from '../embedded/durable-node-fs'
import type { Entry, TableSummary } from './entry'
import { CopyMismatchError, compare } from './load-tables'
import { TableHash } from './table-hash'

/*
 * The file: gzip of lines of JSON. The first names the format, then one line an entry, the last holds the SHA-256 of
 * all lines before it. It can be read with `zcat` and any JSON reader, for as long as anyone can read text.
 */

const FORMAT = { format: 'suanhuitong-backup', version: 1 }

/** There is a file of that name already. */
export class BackupExistsError extends Error {
  constructor(readonly file: string) {
    super(`${file} 已经有了，备份不会盖掉它：请换一个文件名`)
    this.name = 'BackupExistsError'
  }
}

/**
 * Writes the entries to a file that only its owner can read: it holds people's data. Under its name stands a whole
 * file that is on the disk and was read back, or none.
 * @throws {BackupExistsError} a backup is never written over.
 */
export async function writeBackup(
  file: string,
  entries: AsyncIterable<Entry>,
  createdAt: Date,
): Promise<readonly TableSummary[]> {
  if (existsSync(file)) throw new BackupExistsError(file)
  const draft = `${file}.part`
  try {
    const text = Readable.from(lines(entries, createdAt))
    await pipeline(text, createGzip(), createWriteStream(draft, { flags: 'w', mode: 0o600, flush: true }))
    const summaries = await checkBackup(draft)
    await rename(draft, file)
    syncPath(dirname(file))
    return summaries
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* lines(entries: AsyncIterable<Entry>, createdAt: Date): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({ ...FORMAT, createdAt })
  for await (const entry of entries) yield line(entry)
  yield `${JSON.stringify({ sha256: hash.digest('hex') })}\n`
}

/**
 * The entries of a backup.
 * @throws {CopyMismatchError} at the latest after the last entry: not a backup, cut off, or changed.
 */
export async function* readBackup(file: string): AsyncGenerator<Entry> {
  const hash = createHash('sha256')
  let expected: string | undefined
  let number = 0
  for await (const text of linesOf(file)) {
    if (expected !== undefined) throw new CopyMismatchError('备份文件结尾之后还有内容，不能用')
    number += 1
    const value = parse(text, number)
    if (number === 1) checkFormat(value)
    else if ('sha256' in value) expected = String(value.sha256)
    else yield value as unknown as Entry
    if (expected === undefined) hash.update(`${text}\n`)
  }
  if (expected === undefined) throw new CopyMismatchError('备份文件不完整，后面缺了一段')
  if (hash.digest('hex') !== expected) throw new CopyMismatchError('备份文件被改动过，校验和对不上')
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  let rest = ''
  try {
    for await (const text of source.pipe(unpacked).setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    throw new CopyMismatchError(`备份文件打不开或不完整（${(error as Error).message}）`)
  } finally {
    source.destroy()
  }
  if (rest !== '') yield rest
}

function parse(text: string, number: number): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new CopyMismatchError(`备份文件第 ${number} 行坏了`)
  }
}

function checkFormat({ format, version }: Record<string, unknown>): void {
  if (format !== FORMAT.format) throw new CopyMismatchError('这不是算惠通的备份文件')
  if (version !== FORMAT.version)
    throw new CopyMismatchError(`备份文件的格式版本是 ${String(version)}，这个程序不认识，请用新版本的程序`)
}

/** Reads a backup to its end and recomputes what it says of itself. @throws {CopyMismatchError} */
export async function checkBackup(file: string): Promise<readonly TableSummary[]> {
  const said: TableSummary[] = []
  const found: TableSummary[] = []
  let hash = new TableHash()
  for await (const entry of readBackup(file)) {
    if ('table' in entry) hash = new TableHash()
    else if ('rows' in entry) for (const row of entry.rows) hash.add(row)
    else if ('end' in entry) {
      said.push(entry.end)
      found.push({ table: entry.end.table, rows: hash.rows, hash: hash.hex })
    }
  }
  compare(said, found)
  return said
}
