import { outageOf } from '@suanhui/bff/outage'
import { NoSuchBlobError } from '@suanhui/bff/storage/blobs'
import { ObjectStoreError, s3Blobs } from '@suanhui/bff/storage/s3-blobs'
import { DamagedFileError } from '@suanhui/bff/storage/sealed-stream'
import { CommitUnknownError, DatabaseError } from '@suanhui/bff/stores/database-error'
import { describe, expect, it } from 'vitest'
import { testServer } from '../contract/server'

const away = new DatabaseError('unavailable', '57P01: terminating connection')
const errno = (code: string): Error => Object.assign(new Error(code), { code })

describe('what is away for a while', () => {
  it.each([
    ['the database is gone', away, /服务器暂时连不上，已经存好的都在/],
    [
      'a statement ran out of time',
      new DatabaseError('timeout', '57014: canceled'),
      /服务器暂时连不上，已经存好的都在/,
    ],
    ['the database has no room', new DatabaseError('unavailable', '53100: full', { sqlState: '53100' }), /存不下/],
    ['a commit broke off', new CommitUnknownError(away), /不知道这一步存上了没有/],
    ['the disk has no room', errno('ENOSPC'), /存不下/],
    ['the quota is used up', errno('EDQUOT'), /存不下/],
    ['the object store fails', new ObjectStoreError(503), /存取不了文件/],
    ['a file is damaged', new DamagedFileError(), /读不出来/],
    ['a file is gone', new NoSuchBlobError(), /读不出来/],
  ])('%s: 503, when to come again, and plain words', async (_, error, words) => {
    const refusal = outageOf(error)
    expect(refusal).toMatchObject({ code: 'NOT_READY' })
    expect(Number(refusal?.headers['retry-after'])).toBeGreaterThan(0)
    expect(refusal?.message).toMatch(words)
    expect(refusal?.message).not.toMatch(/[A-Za-z]/)
  })

  it.each([new Error('unforeseen'), new DatabaseError('defect', '42P01: no table'), errno('ENOENT'), undefined])(
    '%s is something else',
    (error) => expect(outageOf(error)).toBeUndefined(),
  )

  it('is answered as such by the server, and logged', async () => {
    const server = await testServer({
      identify: async () => {
        throw away
      },
    })
    const response = await server.get('/v1/me', { authorization: 'Bearer x' })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    const logged = server.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'not possible for now')
    expect(logged).toHaveLength(1)
  })
})

it('an object store that cannot be reached, or breaks off, fails as what it is', async () => {
  const settings = { endpoint: 'http://127.0.0.1:1', bucket: 'b', region: 'r', accessKeyId: 'k', secretAccessKey: 's' }
  const world = (fetch: typeof globalThis.fetch) => ({ fetch, clock: () => new Date() })
  const unreachable = s3Blobs(
    settings,
    world(async () => {
      throw new TypeError('fetch failed')
    }),
  )
  await expect(unreachable.put('files/a', [Buffer.from('x')])).rejects.toThrow(ObjectStoreError)
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(3))
      controller.error(new TypeError('terminated'))
    },
  })
  const breaking = s3Blobs(
    settings,
    world(async () => new Response(body)),
  )
  const read = async () => {
    for await (const _ of await breaking.get('files/a')) void 0
  }
  await expect(read()).rejects.toThrow(ObjectStoreError)
})
