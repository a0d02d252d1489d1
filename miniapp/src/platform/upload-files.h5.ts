import type { PickedFile } from './picked-file'
import type { FileHash } from './upload-files-props'

const NAME = 'uploads'
const STORE = 'files'

/** What the browser would not keep (a private window, a full disk) is sent as long as this page is open. */
const unkept = new Map<string, Blob>()

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })

let opening: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opening ??= (async () => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    return settled(request)
  })()
  opening.catch(() => {
    opening = undefined
  })
  return opening
}

async function written(work: (files: IDBObjectStore) => unknown): Promise<void> {
  const transaction = (await open()).transaction(STORE, 'readwrite')
  work(transaction.objectStore(STORE))
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onerror = () => failed(transaction.error)
    transaction.onabort = () => failed(transaction.error)
  })
}

async function blobOf(id: string): Promise<Blob> {
  const here = unkept.get(id)
  if (here) return here
  const kept: unknown = await settled((await open()).transaction(STORE).objectStore(STORE).get(id))
  if (kept instanceof Blob) return kept
  throw new Error('the file is not kept any more')
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** None where the page did not come by HTTPS: browsers count hashes only there. */
async function hashOf(file: Blob): Promise<FileHash> {
  if (!isSecureContext || crypto.subtle === undefined) return {}
  return { sha256: hex(await crypto.subtle.digest('SHA-256', await new Response(file).arrayBuffer())) }
}

/** Keeps the bytes of a file on this phone until {@link dropFile}, through restarts as well. */
export async function keepFile(id: string, { source }: PickedFile): Promise<FileHash> {
  if (typeof source === 'string') throw new Error('a browser has files, not paths')
  const hash = await hashOf(source)
  try {
    await written((files) => files.put(source, id))
  } catch {
    unkept.set(id, source)
  }
  return hash
}

/** Throws where the bytes are gone. */
export const readPart = async (id: string, from: number, length: number): Promise<ArrayBuffer> =>
  new Response((await blobOf(id)).slice(from, from + length)).arrayBuffer()

export async function dropFile(id: string): Promise<void> {
  unkept.delete(id)
  await written((files) => files.delete(id)).catch(() => undefined)
}
