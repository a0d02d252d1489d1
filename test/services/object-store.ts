import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '@suanhui/bff/storage/settings'
import { checkPresigned, checkSigned } from './signature-check'

/** An object store for tests: as much of S3 as is used here, and, unlike others, it checks every signature. */
export interface ObjectStore {
  readonly settings: S3Settings
  /** The next so many requests are answered with 503. */
  stumble(times: number): void
  close(): Promise<void>
}

/** So that a list needs several answers. */
const KEYS_AN_ANSWER = 3

interface Upload {
  readonly key: string
  readonly parts: Map<number, Buffer>
  readonly at: Date
}

const etagOf = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export async function startObjectStore(): Promise<ObjectStore> {
  const objects = new Map<string, { readonly bytes: Buffer; readonly at: Date }>()
  const uploads = new Map<string, Upload>()
  let stumbles = 0
  let count = 0

  function list(query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? ''
    const after = query.get('continuation-token') ?? ''
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const shown = keys.slice(0, KEYS_AN_ANSWER)
    const next = keys.length > shown.length ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : ''
    return `<ListBucketResult>${shown.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${next}</ListBucketResult>`
  }

  const unfinished = (): string =>
    `<ListMultipartUploadsResult><Bucket>suanhui-test</Bucket>${[...uploads]
      .map(
        ([id, { key, at }]) =>
          `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${at.toISOString()}</Initiated></Upload>`,
      )
      .join('')}</ListMultipartUploadsResult>`

  function complete(id: string, body: string): [number, string] {
    const upload = uploads.get(id)
    const named = [...body.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>("\w+")<\/ETag>/g)]
    const parts = named.map(([, number, etag]) => ({ bytes: upload?.parts.get(Number(number)), etag }))
    const good = parts.every(({ bytes, etag }) => bytes !== undefined && etagOf(bytes) === etag)
    if (upload === undefined) return [404, 'NoSuchUpload']
    if (!good) return [400, 'InvalidPart']
    const pieces = parts.flatMap(({ bytes }) => bytes ?? [])
    if (pieces.slice(0, -1).some((piece) => piece.length < 5 * 1024 * 1024)) return [400, 'EntityTooSmall']
    objects.set(upload.key, { bytes: Buffer.concat(pieces), at: new Date() })
    uploads.delete(id)
    return [200, '<CompleteMultipartUploadResult/>']
  }

  function post(key: string, query: URLSearchParams, body: string): [number, string] {
    if (!query.has('uploads')) return complete(query.get('uploadId') ?? '', body)
    count += 1
    uploads.set(`upload-${count}`, { key, parts: new Map(), at: new Date() })
    return [200, `<InitiateMultipartUploadResult><UploadId>upload-${count}</UploadId></InitiateMultipartUploadResult>`]
  }

  function put(key: string, query: URLSearchParams, body: Buffer): number {
    const id = query.get('uploadId')
    if (id === null) objects.set(key, { bytes: body, at: new Date() })
    else uploads.get(id)?.parts.set(Number(query.get('partNumber')), body)
    return 200
  }

  function get(request: IncomingMessage, response: ServerResponse, key: string): void {
    const object = objects.get(key)
    if (object === undefined) return void response.writeHead(404).end()
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
    const bytes = range ? object.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : object.bytes
    response.writeHead(range ? 206 : 200, {
      'content-length': bytes.length,
      'last-modified': object.at.toUTCString(),
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    if (stumbles > 0) {
      stumbles -= 1
      return void response.writeHead(503).end()
    }
    const signed = url.searchParams.has('X-Amz-Signature')
      ? checkPresigned(settings, request, url)
      : checkSigned(settings, request, url, body)
    if (!signed) return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'))
    if (request.method === 'PUT') {
      return void response.writeHead(put(key, url.searchParams, body), { etag: etagOf(body) }).end()
    }
    if (request.method === 'POST') {
      const [status, text] = post(key, url.searchParams, body.toString())
      return void response.writeHead(status).end(text)
    }
    if (request.method === 'DELETE') {
      const id = url.searchParams.get('uploadId')
      if (id === null) objects.delete(key)
      else uploads.delete(id)
      return void response.writeHead(204).end()
    }
    if (key === '' && url.searchParams.has('uploads')) return void response.end(unfinished())
    if (key === '') return void response.end(list(url.searchParams))
    get(request, response, key)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'suanhui-test',
    region: 'cn-test-1',
    accessKeyId: 'TESTKEY',
    secretAccessKey: 'not-a-secret',
  }
  return {
    settings,
    stumble: (times) => {
      stumbles = times
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
