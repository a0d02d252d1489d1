import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openJournal } from './journal'
import { lockFolder } from './lock'

const Pair = z.object({ left: z.number(), right: z.number() })

describe('the journal', () => {
  let folder = ''
  let path = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'))
    path = join(folder, 'journal.jsonl')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('reads back what was written, changed and removed', () => {
    const first = openJournal(path)
    const pairs = first.collection('pairs', Pair)
    first.commit(() => pairs.put('a', { left: 1, right: 1 }))
    first.commit(() => pairs.put('b', { left: 2, right: 2 }))
    first.commit(() => {
      pairs.put('a', { left: 3, right: 3 })
      pairs.remove('b')
    })
    first.close()
    const second = openJournal(path)
    expect(second.collection('pairs', Pair).entries()).toEqual([['a', { left: 3, right: 3 }]])
    second.close()
  })

  it('a commit that throws leaves nothing, in memory and on the disk', () => {
    const journal = openJournal(path)
    const pairs = journal.collection('pairs', Pair)
    journal.commit(() => pairs.put('a', { left: 1, right: 1 }))
    const before = readFileSync(path, 'utf8')
    expect(() =>
      journal.commit(() => {
        pairs.put('a', { left: 2, right: 2 })
        pairs.put('b', { left: 2, right: 2 })
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(pairs.entries()).toEqual([['a', { left: 1, right: 1 }]])
    expect(readFileSync(path, 'utf8')).toBe(before)
    journal.close()
  })

  it('a torn last line is no line', () => {
    const journal = openJournal(path)
    journal.commit(() => journal.collection('pairs', Pair).put('a', { left: 1, right: 1 }))
    journal.close()
    appendFileSync(path, '[["pairs","b",{"le')
    const again = openJournal(path)
    const pairs = again.collection('pairs', Pair)
    expect(pairs.get('b')).toBeUndefined()
    again.commit(() => pairs.put('c', { left: 3, right: 3 }))
    again.close()
    const third = openJournal(path)
    expect(third.collection('pairs', Pair).all()).toHaveLength(2)
    third.close()
  })

  it('a line broken in the middle is told with its number', () => {
    writeFileSync(path, 'nonsense\n[["pairs","a",{"left":1,"right":1}]]\n')
    expect(() => openJournal(path)).toThrow('第 1 行损坏')
  })

  it('a folder has one owner at a time', () => {
    const unlock = lockFolder(folder)
    writeFileSync(join(folder, 'lock'), String(process.ppid))
    expect(() => lockFolder(folder)).toThrow('正被另一个沙箱使用')
    writeFileSync(join(folder, 'lock'), '4194303')
    lockFolder(folder)()
    unlock()
  })

  it('kill -9 at any moment: every acknowledged commit is there, whole', async () => {
    for (const ms of [40, 90, 150]) {
      const acknowledged = await writeUntilKilled(path, ms)
      const journal = openJournal(path)
      const pairs = journal.collection('pairs', Pair)
      for (let index = 0; index <= acknowledged; index++) expect(pairs.get(String(index))?.left).toBe(index)
      for (const { left, right } of pairs.all()) expect(left).toBe(right)
      journal.close()
    }
  })
})

/** Another process writes one pair a commit and says each number; returns the last one heard before it was killed. */
async function writeUntilKilled(path: string, ms: number): Promise<number> {
  const writer = join(import.meta.dirname, 'journal-writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', writer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  await new Promise<void>((started) => {
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      started()
    })
  })
  await new Promise((done) => setTimeout(done, ms))
  const gone = new Promise((done) => child.once('close', done))
  child.kill('SIGKILL')
  await gone
  return Number(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1))
}
