import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openReader, type Reader } from '@suanhui/bff/recognition/reader'
import { UnreadableFileError } from '@suanhui/bff/recognition/unreadable-file'
import { unreadableWords } from '@suanhui/shared/papers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawInvoice, invoiceData, invoiceXml } from '../papers'
import { quietest } from '../quietest'
import { type HostileFile, hostileFiles } from './hostile-files'
import { fileOf } from './reading'

const reader = openReader({ threads: 1 })
afterAll(() => reader.close())

const MS = 1e6

const MOST_MS = 50

/** How long this thread was held up while others worked, 99 times of 100, in ms: nothing but waiting happens on it. */
const longestStop = (work: () => Promise<unknown>): Promise<number> =>
  quietest(MOST_MS, async () => {
    const monitor = monitorEventLoopDelay({ resolution: 5 })
    monitor.enable()
    await work()
    monitor.disable()
    return monitor.percentile(99) / MS
  })

async function answerTo(file: HostileFile): Promise<unknown> {
  return reader.read(fileOf(file.bytes)).then(
    () => 'read',
    (error: unknown) => error,
  )
}

describe('a file that is no paper', () => {
  let files: readonly HostileFile[] = []
  beforeAll(async () => {
    files = await hostileFiles()
    // The thread is up, and its models are loaded.
    await reader.read(fileOf((await drawInvoice(invoiceData(2, { type: '31' }))).bytes))
  }, 60_000)

  it('is answered with its reason and words for a person, while others are served, and the next paper is read', async () => {
    const answers: unknown[] = []
    const stop = await longestStop(async () => {
      answers.length = 0
      for (const file of files) answers.push([file.name, await answerTo(file)])
    })
    for (const [index, file] of files.entries()) {
      const [, answer] = answers[index] as [string, unknown]
      expect(answer, file.name).toBeInstanceOf(UnreadableFileError)
      const { reason, message } = answer as UnreadableFileError
      expect(file.reasons, file.name).toContain(reason)
      expect(message).toBe(unreadableWords[reason])
    }
    expect(stop).toBeLessThan(MOST_MS)
    const data = invoiceData(3, { type: '31' })
    expect((await reader.read(fileOf(invoiceXml(data).bytes))).fields.number?.value).toBe(data.number)
  })

  it('nor does a photo that is being read hold anybody up', async () => {
    const { bytes } = await drawInvoice(invoiceData(4, { type: '10' }))
    const stop = await longestStop(() => reader.read(fileOf(bytes, 'invoice')))
    expect(stop).toBeLessThan(MOST_MS)
  })
})

/** Workers that misbehave: what a file says decides how. */
const faulty = { file: new URL('./faulty-worker.mjs', import.meta.url), execArgv: [] }

describe('a worker that', () => {
  let broken: Reader
  beforeAll(() => {
    broken = openReader({ program: faulty, patienceMs: 1500 })
  })
  afterAll(() => broken.close())
  const read = (word: string) => broken.read(fileOf(new TextEncoder().encode(word)))

  it.each([
    ['throw', 'crashed'],
    ['exit', 'crashed'],
    ['hang', 'timed_out'],
    ['silent', 'timed_out'],
  ] as const)('does %s is replaced, its file answered with %s, and the next one read', async (word, reason) => {
    const [bad, good] = await Promise.allSettled([read(word), read('ok')])
    expect(bad).toMatchObject({ status: 'rejected', reason: { reason } })
    expect(good).toMatchObject({ status: 'fulfilled', value: { kind: 'other' } })
  })

  it('opens files of strangers knows nothing of the server’s environment', async () => {
    const { fields } = await read('environment')
    expect(fields).toEqual(expect.arrayContaining([expect.stringMatching(/^MALLOC_/)]))
    expect(Object.values(fields).filter((name) => !/^(MALLOC_|NODE_CHANNEL_)/.test(String(name)))).toEqual([])
  })

  it('takes long but shows that it is alive is waited for', async () => {
    await expect(read('slow')).resolves.toMatchObject({ kind: 'other' })
  })

  it('takes all memory falls over alone', async () => {
    const patient = openReader({ program: faulty, patienceMs: 50_000 })
    await expect(patient.read(fileOf(new TextEncoder().encode('memory')))).rejects.toMatchObject({ reason: 'crashed' })
    await expect(patient.read(fileOf(new TextEncoder().encode('ok')))).resolves.toMatchObject({ kind: 'other' })
    await patient.close()
  })

  it('has nothing to do ends, and another one is there when it is needed', async () => {
    const idle = openReader({ program: faulty, idleMs: 50 })
    const word = new TextEncoder().encode('ok')
    await idle.read(fileOf(word))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(idle.read(fileOf(word))).resolves.toMatchObject({ kind: 'other' })
    await idle.close()
    await expect(idle.read(fileOf(word))).rejects.toThrow('closed')
  })
})
