import { createHash } from 'node:crypto'
import type { PaperWorld } from '@suanhui/bff/services/papers/ports'
import { USUAL_STORAGE } from '@suanhui/bff/services/papers/ports'
import { fileBlobs } from '@suanhui/bff/storage/file-blobs'
import { type Examiner, openExaminer } from '@suanhui/bff/uploads/examiner'
import type { CompletedUpload, Upload } from '@suanhui/shared/api'
import type { Reading } from '@suanhui/shared/papers'
import { afterAll } from 'vitest'
import { freshPath } from '../stores/engines'
import type { TestPerson } from './world'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

/** What a reader would find on an invoice of the test. */
export const INVOICE: Reading = {
  kind: 'invoice',
  kindConfidence: 1,
  fields: {
    number: { value: '26432000000000000001', source: 'xml', confidence: 1, status: 'verified' },
    issuedOn: { value: '2026-11-03', source: 'xml', confidence: 1, status: 'verified' },
    totalFen: { value: 106_00, source: 'ocr', confidence: 0.8, status: 'suggested' },
  },
  lines: [],
  seals: [],
  pages: [{ width: 100, height: 100, problems: [] }],
  disagreements: [],
}

let examiner: Examiner | undefined

/** Real files and a real examining thread; what is read is the test's. */
export function testPapers(given: Partial<PaperWorld> = {}): PaperWorld {
  examiner ??= openExaminer()
  return {
    blobs: fileBlobs(freshPath('files')),
    examine: examiner.examine,
    read: async () => INVOICE,
    draw: async () => ({ sheets: [], redrawn: false }),
    limits: USUAL_STORAGE,
    ...given,
  }
}

/** To be called once in a file that uploads. */
export const closeExaminer = (): void => {
  afterAll(async () => {
    await examiner?.close()
    examiner = undefined
  })
}

export const uploadsPath = (companyId: string): string => `/v1/companies/${companyId}/uploads`
export const papersPath = (companyId: string): string => `/v1/companies/${companyId}/papers`

type App = { request(path: string, init: RequestInit): Response | Promise<Response> }

export const putPart = async (
  app: App,
  person: TestPerson,
  path: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  app.request(path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/octet-stream', ...headers },
    body: new Uint8Array(bytes),
  })

/** Begins an upload and sends its parts, the last first. */
export async function sendParts(
  app: App,
  person: TestPerson,
  companyId: string,
  bytes: Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Upload> {
  const begun = await person.ask('POST', uploadsPath(companyId), { name: '发票.jpg', size: bytes.length, ...more })
  if (begun.status !== 201) throw new Error(await begun.text())
  const upload: Upload = await begun.json()
  for (let part = upload.parts - 1; part >= 0; part -= 1) {
    const piece = bytes.subarray(part * upload.partSize, (part + 1) * upload.partSize)
    const put = await putPart(app, person, `${uploadsPath(companyId)}/${upload.id}/parts/${part}`, piece)
    if (put.status !== 204) throw new Error(await put.text())
  }
  return upload
}

/** Sends a whole file. @returns the answer to `complete`. */
export async function send(
  app: App,
  person: TestPerson,
  companyId: string,
  bytes: Uint8Array,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Response> {
  const { id } = await sendParts(app, person, companyId, bytes, more)
  return person.ask('POST', `${uploadsPath(companyId)}/${id}/complete`)
}

export async function sent(...given: Parameters<typeof send>): Promise<CompletedUpload> {
  const answer = await send(...given)
  if (answer.status !== 200) throw new Error(await answer.text())
  return answer.json()
}
