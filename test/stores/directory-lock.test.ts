import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { lockDirectory } from '@suanhui/bff/stores/embedded/directory-lock'
import { expect, it, onTestFinished } from 'vitest'
import { childOf } from './child'
import { freshPath } from './engines'

/** What a process says of its start and of its container is read from /proc. */
const linux = process.platform === 'linux'

const freshFolder = async (): Promise<string> => {
  const folder = freshPath('lock')
  await mkdir(folder)
  return join(folder, 'database')
}
const claimsOf = async (directory: string): Promise<readonly string[]> =>
  (await readdir(dirname(directory))).filter((name) => name.startsWith(`${basename(directory)}.lock-`))

/** Another process that holds the directory, once it says so. */
async function holder(directory: string): Promise<ChildProcess> {
  const child = childOf('lock-child.ts', [directory])
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  expect(String(line)).toContain('held')
  return child
}

it('gives a directory to one, and to the next after it', async () => {
  const directory = await freshFolder()
  const lock = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toThrow(`正在被进程 ${process.pid}`)
  await lock.release()
  expect(await claimsOf(directory)).toEqual([])
  const next = await lockDirectory(directory)
  await next.release()
})

it('of ten at once, at most one has it, and it can be had after', async () => {
  const directory = await freshFolder()
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory)))
  const held = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(held.length).toBeLessThanOrEqual(1)
  await Promise.all(held.map((lock) => lock.release()))
  await (await lockDirectory(directory)).release()
})

it('refuses while another process lives, even stopped, and takes over once it was killed', async () => {
  const directory = await freshFolder()
  const other = await holder(directory)
  onTestFinished(() => void other.kill('SIGKILL'))
  await expect(lockDirectory(directory)).rejects.toThrow(`正在被进程 ${other.pid}`)
  other.kill('SIGSTOP')
  await expect(lockDirectory(directory)).rejects.toThrow('只能由一个程序打开')

  other.kill('SIGKILL')
  await once(other, 'exit')
  const lock = await lockDirectory(directory)
  expect((await claimsOf(directory)).filter((name) => !name.endsWith('.sock'))).toHaveLength(1)
  await lock.release()
})

/** The claim that a killed process left, with some of it changed. */
async function leftBehind(directory: string, change: Record<string, unknown>): Promise<void> {
  const child = await holder(directory)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const [name] = (await claimsOf(directory)).filter((one) => !one.endsWith('.sock'))
  const path = join(dirname(directory), name ?? '')
  const claim = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  await writeFile(path, JSON.stringify({ ...claim, ...change }))
}

it.runIf(linux)('knows a later process with the same number from the one that died', async () => {
  const directory = await freshFolder()
  await leftBehind(directory, { pid: process.pid, socket: null })
  await (await lockDirectory(directory)).release()
})

it.runIf(linux)('asks the socket where process numbers mean nothing: another container', async () => {
  const directory = await freshFolder()
  await leftBehind(directory, { pid: 1, pidSpace: 'pid:[1]' })
  await (await lockDirectory(directory)).release()
})

it.runIf(linux).each([
  ['another machine at the same disk', { boot: 'b', host: 'elsewhere' }],
  ['another container without a socket', { pid: 1, pidSpace: 'pid:[1]', socket: null }],
])('does not judge what it cannot see: %s', async (_what, change) => {
  const directory = await freshFolder()
  await leftBehind(directory, change)
  await expect(lockDirectory(directory)).rejects.toThrow('如果确定没有别的程序在用，删掉')
})

it.runIf(linux)('takes over after the machine was started anew', async () => {
  const directory = await freshFolder()
  await leftBehind(directory, { boot: 'the boot before', pid: process.pid })
  await (await lockDirectory(directory)).release()
})

it('does not judge a claim that it cannot read', async () => {
  const directory = await freshFolder()
  await writeFile(`${directory}.lock-1-garbage`, '')
  await expect(lockDirectory(directory)).rejects.toThrow('另一个程序')
})
