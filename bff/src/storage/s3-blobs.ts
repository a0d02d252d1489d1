import { setTimeout as sleep } from 'node:timers/promises'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { type BlobInfo, type Blobs, type Bytes, checkKey, type MultipartWrite, NoSuchBlobError } from './blobs'
import type { S3Settings } from './settings'
import { sha256Hex, signedHeaders } from './sigv4'

interface World {
  readonly fetch: typeof globalThis.fetch
  readonly clock: () => Date
}

/** S3's own lower bound of a part; smaller blobs are put in one piece. */
const PART_BYTES = 5 * 1024 * 1024
/** Three tries and their pauses end before a phone gives up; a large file may take longer to read. */
const ANSWER_WITHIN_MS = 15_000
const READ_WITHIN_MS = 60_000
const ATTEMPTS = 3
const FIRST_PAUSE_MS = 200

/** The object store refused or broke off; its words stay out of the message, they may quote a key. */
export class ObjectStoreError extends Error {
  /** @param status 0 where there was no answer, or it broke off. */
  constructor(readonly status: number) {
    super(status === 0 ? 'the object store did not answer' : `the object store answered ${status}`)
    this.name = 'ObjectStoreError'
  }
}

const Started = z.object({ InitiateMultipartUploadResult: z.object({ UploadId: z.string() }) })
const Listed = z.object({
  ListBucketResult: z.object({
    Contents: z.array(z.object({ Key: z.string() })).default([]),
    NextContinuationToken: z.string().optional(),
  }),
})
const Unfinished = z.object({
  ListMultipartUploadsResult: z.object({
    Upload: z.array(z.object({ Key: z.string(), UploadId: z.string(), Initiated: z.string() })).default([]),
  }),
})
const LISTS: readonly string[] = ['Contents', 'Upload']
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.includes(name), processEntities: false })

/** Bytes as they come; a line that breaks in their midst is the store's failure, not the reader's. */
async function* whole(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* body
  } catch {
    throw new ObjectStoreError(0)
  }
}

interface Ask {
  readonly method: string
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** Blobs in an object store that speaks S3, addressed by path, every request signed. */
export function s3Blobs(settings: S3Settings, { fetch, clock }: World): Blobs {
  async function once({ method, key, query = {}, headers = {}, body }: Ask): Promise<Response> {
    const path = key === undefined ? '' : `/${key}`
    const url = new URL(`${settings.endpoint}/${encodeURIComponent(settings.bucket)}${path}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signed = signedHeaders(settings, { method, url, headers, at: clock() }, sha256Hex(body ?? ''))
    const signal = AbortSignal.timeout(method === 'GET' ? READ_WITHIN_MS : ANSWER_WITHIN_MS)
    return fetch(url, { method, headers: signed, ...(body && { body }), redirect: 'error', signal })
  }

  /** Every request here may be repeated: what is put is put as a whole. */
  async function ask(request: Ask, accepted: readonly number[] = []): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await once(request)
        if (response.ok || accepted.includes(response.status)) return response
        await response.body?.cancel()
        if (response.status < 500 || attempt >= ATTEMPTS) throw new ObjectStoreError(response.status)
      } catch (error) {
        if (error instanceof ObjectStoreError) throw error
        if (attempt >= ATTEMPTS) throw new ObjectStoreError(0)
      }
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1))
    }
  }

  const done = async (response: Response): Promise<void> => {
    await response.body?.cancel()
  }

  async function stat(key: string): Promise<BlobInfo | undefined> {
    checkKey(key)
    const response = await ask({ method: 'HEAD', key }, [404])
    if (response.status === 404) return undefined
    const modifiedAt = new Date(response.headers.get('last-modified') ?? 0)
    return { size: Number(response.headers.get('content-length')), modifiedAt }
  }

  async function multipart(key: string): Promise<MultipartWrite> {
    checkKey(key)
    const answer = await ask({ method: 'POST', key, query: { uploads: '' } })
    const uploadId = Started.parse(parser.parse(await answer.text())).InitiateMultipartUploadResult.UploadId
    const etags = new Map<number, string>()
    const sizes = new Map<number, number>()
    return {
      async part(number, bytes) {
        sizes.set(number, bytes.length)
        const query = { partNumber: String(number), uploadId }
        const response = await ask({ method: 'PUT', key, query, body: new Uint8Array(bytes) })
        etags.set(number, response.headers.get('etag') ?? '')
        await done(response)
      },
      async complete() {
        const parts = [...etags]
          .sort(([a], [b]) => a - b)
          .map(([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`)
        const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
        const response = await ask({ method: 'POST', key, query: { uploadId }, body: new Uint8Array(body) }, [404])
        if (response.status === 404) {
          // No such upload any more: an earlier try has completed it, and its answer was lost.
          await done(response)
          const size = [...sizes.values()].reduce((sum, one) => sum + one, 0)
          if ((await stat(key))?.size !== size) throw new ObjectStoreError(404)
          return
        }
        // S3 may answer 200 and say in the body that it failed.
        if (!(await response.text()).includes('CompleteMultipartUploadResult')) throw new ObjectStoreError(500)
      },
      abort: async () => done(await ask({ method: 'DELETE', key, query: { uploadId } }, [404])),
    }
  }

  const putWhole = async (key: string, body: Uint8Array<ArrayBuffer>): Promise<void> =>
    done(await ask({ method: 'PUT', key, body }))

  async function put(key: string, bytes: Bytes): Promise<void> {
    checkKey(key)
    let held: Uint8Array[] = []
    let length = 0
    let parts = 0
    let write: MultipartWrite | undefined
    const flush = (): Uint8Array<ArrayBuffer> => {
      const piece = new Uint8Array(Buffer.concat(held))
      held = []
      length = 0
      return piece
    }
    try {
      for await (const chunk of bytes) {
        held.push(chunk)
        length += chunk.length
        if (length < PART_BYTES) continue
        write ??= await multipart(key)
        parts += 1
        await write.part(parts, flush())
      }
      if (write === undefined) return await putWhole(key, flush())
      if (length > 0) await write.part(parts + 1, flush())
      await write.complete()
    } catch (error) {
      await write?.abort().catch(() => undefined)
      throw error
    }
  }

  /** As many as the store lists at once, a thousand; the next run takes the others. */
  async function sweepBroken(before: Date): Promise<number> {
    const response = await ask({ method: 'GET', query: { uploads: '' } })
    const { ListMultipartUploadsResult: listed } = Unfinished.parse(parser.parse(await response.text()))
    const old = listed.Upload.filter(({ Initiated }) => new Date(Initiated) <= before)
    for (const { Key: key, UploadId: uploadId } of old)
      await done(await ask({ method: 'DELETE', key, query: { uploadId } }, [404]))
    return old.length
  }

  return {
    put,
    sweepBroken,
    async get(key, range) {
      checkKey(key)
      const headers = range ? { range: `bytes=${range.first}-${range.last}` } : {}
      const response = await ask({ method: 'GET', key, headers }, [404])
      if (response.status === 404 || response.body === null) {
        await done(response)
        throw new NoSuchBlobError()
      }
      return whole(response.body)
    },
    stat,
    async delete(key) {
      checkKey(key)
      await done(await ask({ method: 'DELETE', key }, [404]))
    },
    async *list(prefix) {
      let token: string | undefined
      do {
        const query = { 'list-type': '2', prefix, ...(token !== undefined && { 'continuation-token': token }) }
        const response = await ask({ method: 'GET', query })
        const { ListBucketResult: listed } = Listed.parse(parser.parse(await response.text()))
        for (const { Key } of listed.Contents) yield Key
        token = listed.NextContinuationToken
      } while (token !== undefined)
    },
    multipart,
  }
}
