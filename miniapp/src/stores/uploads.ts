import Taro from '@tarojs/taro'
import { deleteUpload } from '../api/uploads'
import type { PickedFile } from '../platform/picked-file'
import { dropFile, keepFile } from '../platform/upload-files'
import { randomKey } from '../random-key'
import { performUpload } from './perform-upload'
import { type NewlyQueued, type PageOf, type QueuedUpload, queued, readQueued } from './queued-upload'
import { currentPerson, onSessionChange } from './session'
import { dropStored, readStored, storedKeys, writeStored } from './storage'
import { createStore, useStore } from './store'
import type { Act, Happening, Queue } from './upload-happening'
import { afterwards, emptyQueue, nextActs, nextMoment } from './upload-queue'

/** One entry a file: two pages of one browser do not overwrite each other's. */
const PREFIX = 'upload:'

const store = createStore<Queue>(emptyQueue)

/** The files of a company that are on their way, or have just arrived. */
export const useUploads = (companyId: string): readonly QueuedUpload[] =>
  useStore(store).items.filter((item) => item.companyId === companyId)

/** What is on the phone is what stands here, but for what has arrived. */
function keep(before: Queue, after: Queue): void {
  const old = new Map(before.items.map((item) => [item.id, item]))
  for (const item of after.items) {
    if (old.get(item.id) === item) continue
    if (item.done) dropStored(PREFIX + item.id)
    else writeStored(PREFIX + item.id, item)
    // Once it is a paper, its bytes are of no use here any more.
    if (item.paperId !== undefined && old.get(item.id)?.paperId === undefined) void dropFile(item.id)
  }
  const left = new Set(after.items.map((item) => item.id))
  for (const item of before.items) if (!left.has(item.id)) forget(item)
}

function forget({ id, companyId, upload, done }: QueuedUpload): void {
  dropStored(PREFIX + id)
  void dropFile(id)
  // The server clears it away by itself, only later.
  if (!done && upload !== undefined) deleteUpload({ companyId, uploadId: upload.id }).catch(() => undefined)
}

let timer: ReturnType<typeof setTimeout> | undefined

function happened(happening: Happening): void {
  const before = store.get()
  const after = afterwards(before, happening)
  keep(before, after)
  store.set(after)
  // What was sent is only the beginning of something: whoever sent it goes on by itself.
  if (happening.kind !== 'sent') goOn()
}

function send(act: Act): void {
  const item = store.get().items.find(({ id }) => id === act.id)
  if (item === undefined) return
  happened({ kind: 'sent', act })
  void performUpload(item, act).then(happened)
}

function goOn(): void {
  const now = Date.now()
  for (const act of nextActs(store.get(), now)) send(act)
  clearTimeout(timer)
  const moment = nextMoment(store.get(), now)
  if (moment !== undefined) timer = setTimeout(goOn, Math.max(moment - now, 50))
}

/** Takes up what the last run left, and goes on whenever there is reason to hope. Once, when the app starts. */
export function startUploads(): void {
  const items = storedKeys(PREFIX)
    .flatMap((key) => readQueued(readStored(key)) ?? [])
    .sort((a, b) => a.addedAt - b.addedAt)
  Taro.onNetworkStatusChange(({ isConnected }) => isConnected && wakeUploads())
  onSessionChange(handOver)
  happened({ kind: 'added', items })
  handOver()
}

/** What one person chose is not for the next; whoever merely signed out finds it again. */
function handOver(): void {
  const personId = currentPerson()
  if (personId === undefined) return
  happened({ kind: 'handed over', personId })
  wakeUploads()
}

/** Nothing waits any longer: the app is in front again. */
export const wakeUploads = (): void => happened({ kind: 'awake' })

/** What the person wants to become of the files. */
export interface AddedTo extends Partial<Pick<NewlyQueued, 'kind' | 'into'>> {
  readonly companyId: string
  /** They are pages of this paper. */
  readonly paperId?: string
  /** In the place of this page of it. */
  readonly insteadOf?: string
  /** They are one new paper together, in this order. */
  readonly together?: boolean
}

function pageOfPaper({ paperId, insteadOf, together }: AddedTo, name: string, position: number): PageOf | undefined {
  if (paperId !== undefined) return { paperId, ...(insteadOf !== undefined && { insteadOf }) }
  return together === true ? { together: name, position } : undefined
}

/** Keeps the files on the phone and sends them. Throws where the phone does not keep one. */
export async function addUploads(files: readonly PickedFile[], to: AddedTo): Promise<void> {
  const { companyId, kind, into } = to
  const name = randomKey()
  for (const [position, file] of files.entries()) {
    const id = randomKey()
    const hash = await keepFile(id, file)
    const pageOf = pageOfPaper(to, name, position)
    const item = queued({
      id,
      personId: currentPerson() ?? '',
      companyId,
      name: file.name,
      size: file.size,
      addedAt: Date.now(),
      hash,
      ...(kind !== undefined && { kind }),
      ...(pageOf !== undefined && { pageOf }),
      ...(into !== undefined && { into }),
    })
    happened({ kind: 'added', items: [item] })
  }
}

export const retryUpload = (id: string): void => happened({ kind: 'retried', id })
export const dropUpload = (id: string): void => happened({ kind: 'dropped', id })
/** What has arrived needs no line any more. */
export const clearUploads = (): void => happened({ kind: 'cleared' })
