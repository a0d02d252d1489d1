import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Blobs, NoSuchBlobError } from '@suanhui/bff/storage/blobs'
import { fileBlobs } from '@suanhui/bff/storage/file-blobs'
import { ObjectStoreError, s3Blobs } from '@suanhui/bff/storage/s3-blobs'
import { DamagedFileError, openStream, sealStream } from '@suanhui/bff/storage/sealed-stream'
import { sha256Hex, signedHeaders } from '@suanhui/bff/storage/sigv4'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGate, type Wrong } from '../faults/gate'
import { freshPath } from '../stores/engines'
import { type ObjectStore, startObjectStore } from './object-store'

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

let store: ObjectStore
beforeAll(async () => {
  store = await startObjectStore()
})
afterAll(() => store.close())

const world = { fetch: globalThis.fetch, clock: () => new Date() }
const adapters = [
  { name: 'files', open: (): Blobs => fileBlobs(freshPath('blobs')) },
  { name: 's3', open: (): Blobs => s3Blobs(store.settings, world) },
] as const

describe.each(adapters)('blobs in $name', ({ open }) => {
  const key = () => `files/${randomBytes(8).toString('hex')}`

  it.each([0, 1, 65_537, 12 * 1024 * 1024])('gives %i bytes back as they were', async (size) => {
    const blobs = open()
    const bytes = randomBytes(size)
    const name = key()
    await blobs.put(name, [bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)])
    expect((await all(await blobs.get(name))).equals(bytes)).toBe(true)
    expect(await blobs.stat(name)).toMatchObject({ size })
    if (size > 10) {
      expect((await all(await blobs.get(name, { first: 3, last: 9 }))).equals(bytes.subarray(3, 10))).toBe(true)
    }
  })

  it('replaces, deletes, and knows what is not there', async () => {
    const blobs = open()
    const name = key()
    await expect(blobs.get(name)).rejects.toThrow(NoSuchBlobError)
    expect(await blobs.stat(name)).toBeUndefined()
    await blobs.put(name, [Buffer.from('one')])
    await blobs.put(name, [Buffer.from('two')])
    expect(String(await all(await blobs.get(name)))).toBe('two')
    await blobs.delete(name)
    await blobs.delete(name)
    await expect(blobs.get(name)).rejects.toThrow(NoSuchBlobError)
  })

  it('sweeps writes that were broken off, once they are old, and nothing else', async () => {
    const blobs = open()
    await blobs.sweepBroken(new Date(Date.now() + 60_000))
    const name = key()
    await blobs.put(name, [Buffer.from('whole')])
    const broken = await blobs.multipart(key())
    await broken.part(1, Buffer.from('half'))
    expect(await blobs.sweepBroken(new Date(Date.now() - 60_000))).toBe(0)
    expect(await blobs.sweepBroken(new Date(Date.now() + 60_000))).toBe(1)
    expect(await blobs.sweepBroken(new Date(Date.now() + 60_000))).toBe(0)
    expect(String(await all(await blobs.get(name)))).toBe('whole')
  })

  it('leaves the old one where a new one fails half way', async () => {
    const blobs = open()
    const name = key()
    await blobs.put(name, [Buffer.from('old')])
    async function* failing(): AsyncIterable<Uint8Array> {
      yield randomBytes(6 * 1024 * 1024)
      throw new Error('the network broke')
    }
    await expect(blobs.put(name, failing())).rejects.toThrow('the network broke')
    expect(String(await all(await blobs.get(name)))).toBe('old')
  })

  it('lists by prefix, more than one answer holds', async () => {
    const blobs = open()
    const names = Array.from({ length: 7 }, (_, index) => `views/list-${index}`)
    for (const name of [...names, 'views/other']) await blobs.put(name, [Buffer.from('x')])
    const found: string[] = []
    for await (const name of blobs.list('views/list-')) found.push(name)
    expect(found.sort()).toEqual(names)
  })

  it('shows nothing of a blob in parts before it is complete', async () => {
    const blobs = open()
    const name = key()
    const parts = [randomBytes(5 * 1024 * 1024), randomBytes(100)] as const
    const write = await blobs.multipart(name)
    await write.part(2, parts[1])
    await write.part(1, parts[0])
    expect(await blobs.stat(name)).toBeUndefined()
    await write.complete()
    expect((await all(await blobs.get(name))).equals(Buffer.concat(parts))).toBe(true)
    const given = await blobs.multipart(key())
    await given.part(1, parts[1])
    await given.abort()
  })

  it.each(['../secret', '/etc/passwd', 'files/../../x', 'files/a/b', 'files/A', 'files/', 'files/a\0', '.'])(
    'refuses the key %j',
    async (bad) => {
      const blobs = open()
      await expect(blobs.put(bad, [])).rejects.toThrow(RangeError)
      await expect(blobs.get(bad)).rejects.toThrow(RangeError)
      await expect(blobs.delete(bad)).rejects.toThrow(RangeError)
    },
  )
})

it('keeps files for their owner only', async () => {
  const root = freshPath('blobs')
  await fileBlobs(root).put('files/one', [Buffer.from('x')])
  const found = readdirSync(root, { recursive: true, withFileTypes: true })
  for (const entry of found) {
    expect(statSync(join(entry.parentPath, entry.name)).mode & 0o777).toBe(entry.isFile() ? 0o600 : 0o700)
  }
  expect(found.filter((entry) => entry.isFile())).toHaveLength(1)
})

describe('an object store that checks signatures', () => {
  it('refuses another secret, and nothing is stored', async () => {
    const stranger = s3Blobs({ ...store.settings, secretAccessKey: 'wrong' }, world)
    await expect(stranger.put('files/forged', [Buffer.from('x')])).rejects.toThrow('403')
    expect(await s3Blobs(store.settings, world).stat('files/forged')).toBeUndefined()
  })
  it('is asked again where it stumbles', async () => {
    store.stumble(2)
    const blobs = s3Blobs(store.settings, world)
    await blobs.put('files/stumbled', [Buffer.from('x')])
    expect(await blobs.stat('files/stumbled')).toMatchObject({ size: 1 })
  })
})

/** The examples in Amazon's own description of Signature Version 4 for S3. */
/** Each request of a write in parts, by what it asks. */
const STEPS = {
  begin: (path: string, method: string) => method === 'POST' && path.endsWith('?uploads='),
  'second part': (path: string) => path.includes('partNumber=2'),
  complete: (path: string, method: string) => method === 'POST' && path.includes('uploadId='),
} as const
const TROUBLES: readonly Wrong[] = [
  { kind: 'refused', status: 503 },
  { kind: 'dropped' },
  { kind: 'silent' },
  { kind: 'slow', ms: 400 },
]

describe.each(Object.entries(STEPS))('an object store with trouble at the %s of a write in parts', (_step, fits) => {
  async function written(wrong: Wrong, times: number) {
    const gate = await openGate(store.settings.endpoint)
    let left = times
    gate.behave(({ path, method }) => {
      if (!fits(path, method) || left === 0) return undefined
      left -= 1
      // In place of fifteen seconds.
      const asked = patience
      if (wrong.kind === 'silent' || wrong.kind === 'slow') setTimeout(() => asked.abort(), 50)
      return wrong
    })
    let patience = new AbortController()
    const impatient: typeof fetch = (url, init) => {
      patience = new AbortController()
      return fetch(url, { ...init, signal: patience.signal })
    }
    const blobs = s3Blobs({ ...store.settings, endpoint: gate.url }, { ...world, fetch: impatient })
    const name = `files/${randomBytes(8).toString('hex')}`
    const bytes = randomBytes(6 * 1024 * 1024)
    const halves = [bytes.subarray(0, 5 * 1024 * 1024), bytes.subarray(5 * 1024 * 1024)]
    const failure = await blobs.put(name, halves).catch((error: unknown) => error)
    await gate.stop()
    const clear = s3Blobs(store.settings, world)
    const found = (await clear.stat(name)) && (await all(await clear.get(name)))
    return { failure, asSent: found?.equals(bytes) }
  }

  it.each(TROUBLES)('once, $kind: is asked again, and has all of it', async (wrong) => {
    const { failure, asSent } = await written(wrong, 1)
    expect({ failure, asSent }).toEqual({ failure: undefined, asSent: true })
  })

  it('for good: says so, and shows nothing', async () => {
    const { failure, asSent } = await written({ kind: 'refused', status: 503 }, 99)
    expect(failure).toBeInstanceOf(ObjectStoreError)
    expect(asSent).toBe(undefined)
  })
})

describe('signatures as AWS published them', () => {
  const credentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
  }
  const at = new Date('2013-05-24T00:00:00Z')
  const url = (path: string) => new URL(`https://examplebucket.s3.amazonaws.com${path}`)
  const signature = (signed: Record<string, string>) => /Signature=(\w+)$/.exec(signed.authorization ?? '')?.[1]

  it.each([
    [
      'GET',
      '/test.txt',
      { range: 'bytes=0-9' },
      '',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'PUT',
      '/test$file.text',
      { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      'Welcome to Amazon S3.',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ],
    ['GET', '/?lifecycle', {}, '', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['GET', '/?max-keys=2&prefix=J', {}, '', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
  ])('%s %s', (method, path, headers, body, expected) => {
    const signed = signedHeaders(credentials, { method, url: url(path), headers, at }, sha256Hex(body))
    expect(signature(signed)).toBe(expected)
  })
})

it('a file in the making that a crash left behind goes, and the one beside it stays', async () => {
  const root = freshPath('blobs')
  const blobs = fileBlobs(root)
  await blobs.put('files/a', [Buffer.from('whole')])
  const [folder = ''] = readdirSync(join(root, 'files'))
  writeFileSync(join(root, 'files', folder, `a.${randomUUID()}.part`), 'half')
  expect(await blobs.sweepBroken(new Date(Date.now() - 60_000))).toBe(0)
  expect(await blobs.sweepBroken(new Date(Date.now() + 60_000))).toBe(1)
  expect(readdirSync(join(root, 'files', folder))).toEqual(['a'])
})

describe('a sealed file', () => {
  const FRAME = 64 * 1024 + 16
  const key = randomBytes(32)
  const seal = (bytes: Uint8Array) => all(sealStream(key, 'files/a', [bytes]))
  const open = (bytes: Uint8Array, ownKey: Uint8Array = key, place = 'files/a') =>
    all(openStream(ownKey, place, [bytes]))

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 300_000])('of %i bytes opens as it was', async (size) => {
    const bytes = randomBytes(size)
    const sealed = await seal(bytes)
    expect((await open(sealed)).equals(bytes)).toBe(true)
    async function* bitByBit(): AsyncIterable<Uint8Array> {
      for (let at = 0; at < sealed.length; at += 1_013) yield sealed.subarray(at, at + 1_013)
    }
    expect((await all(openStream(key, 'files/a', bitByBit()))).equals(bytes)).toBe(true)
  })

  it('does not open changed, cut off, reordered, doubled, elsewhere or with another key', async () => {
    const sealed = await seal(randomBytes(200_000))
    const head = sealed.subarray(0, 36)
    const frame = (n: number) => sealed.subarray(36 + n * FRAME, 36 + (n + 1) * FRAME)
    const changed = Buffer.from(sealed)
    changed[100_000] = (changed[100_000] ?? 0) ^ 1
    const bad: readonly Uint8Array[] = [
      changed,
      sealed.subarray(0, -1),
      sealed.subarray(0, 36 + 2 * FRAME),
      sealed.subarray(0, 36),
      sealed.subarray(0, 20),
      Buffer.alloc(0),
      Buffer.concat([head, frame(1), frame(0), sealed.subarray(36 + 2 * FRAME)]),
      Buffer.concat([head, frame(0), frame(0), sealed.subarray(36 + 2 * FRAME)]),
      Buffer.concat([sealed, frame(0)]),
    ]
    for (const bytes of bad) await expect(open(bytes)).rejects.toThrow(DamagedFileError)
    await expect(open(sealed, randomBytes(32))).rejects.toThrow(DamagedFileError)
    await expect(open(sealed, key, 'files/b')).rejects.toThrow(DamagedFileError)
  })
})
