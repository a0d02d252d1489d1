import { isToBePut, partsOf, type QueuedUpload } from './queued-upload'
import type { Act, Failure, Happening, Queue, ServersUpload } from './upload-happening'

/** Requests of the queue at one time: WeChat allows ten in all, and the pages need theirs. */
export const AT_ONCE = 3
const PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
/** Begun anew so often, it is no bad luck any more. */
const MOST_RESTARTS = 3

export const emptyQueue: Queue = { items: [], flying: [] }

/** The name of the paper that has to be made before this page of it can be sent. */
const togetherOf = ({ pageOf }: QueuedUpload): string | undefined =>
  pageOf?.paperId === undefined ? pageOf?.together : undefined

const allArrived = (item: QueuedUpload): boolean =>
  item.upload !== undefined && item.arrived.length === item.upload.parts

/** What this file needs next; nothing while something of it is under way that has to come first. */
function actsOf(item: QueuedUpload, { items, flying }: Queue, now: number): readonly Act[] {
  const { id } = item
  if (item.done || item.stopped || item.notBefore > now) return []
  const mine = flying.filter((act) => act.id === id)
  if (mine.some((act) => act.kind !== 'part')) return []
  if (item.paperId !== undefined) return [{ kind: 'put', id }]
  const together = togetherOf(item)
  if (together !== undefined) {
    // The first of them makes the paper; the others learn its id from it.
    const first = items.find((one) => togetherOf(one) === together && !one.stopped)
    return first?.id === id ? [{ kind: 'make paper', id }] : []
  }
  if (item.upload === undefined) return [{ kind: 'begin', id }]
  if (item.unsure || allArrived(item)) {
    return mine.length > 0 ? [] : [{ kind: item.unsure ? 'look' : 'complete', id }]
  }
  const known = new Set([...item.arrived, ...mine.flatMap((act) => (act.kind === 'part' ? [act.part] : []))])
  return partsOf(item)
    .filter((part) => !known.has(part))
    .map((part) => ({ kind: 'part', id, part }))
}

/** What may be sent now, the oldest file first. */
export function nextActs(queue: Queue, now: number): readonly Act[] {
  const free = AT_ONCE - queue.flying.length
  return free <= 0 ? [] : queue.items.flatMap((item) => actsOf(item, queue, now)).slice(0, free)
}

/** When something that waits may go on, in milliseconds since 1970; undefined where nothing waits. */
export function nextMoment({ items }: Queue, now: number): number | undefined {
  const moments = items.filter((one) => !one.done && !one.stopped && one.notBefore > now).map((one) => one.notBefore)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

const smooth = { tries: 0, notBefore: 0, words: undefined } as const

/** Half to the whole of a pause that doubles: phones that lost the same network do not come back at once. */
const pauseOf = (tries: number, chance: number): number =>
  Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** Math.min(tries, 10)) * (0.5 + chance / 2)

function begunAnew(item: QueuedUpload, words: string): QueuedUpload {
  if (item.restarts >= MOST_RESTARTS) return { ...item, stopped: true, words }
  const { upload: _gone, ...rest } = item
  return { ...rest, arrived: [], unsure: false, restarts: item.restarts + 1 }
}

function afterFailure(item: QueuedUpload, failure: Failure, now: number, chance: number): QueuedUpload {
  switch (failure.kind) {
    case 'passing': {
      // Requests that were under way together are lost together: that counts once.
      const waits = item.notBefore > now
      const pause = Math.max(failure.afterMs ?? 0, waits ? 0 : pauseOf(item.tries, chance))
      // Only the answer may have been lost.
      const unsure = item.upload !== undefined && item.paperId === undefined
      const tries = waits ? item.tries : item.tries + 1
      return { ...item, unsure, tries, notBefore: Math.max(item.notBefore, now + pause), words: failure.words }
    }
    case 'gone':
    // The server has thrown away what arrived damaged, but the upload stands: sent again, all of it.
    case 'damaged':
      return begunAnew(item, failure.words)
    case 'missing':
      return { ...item, arrived: item.arrived.filter((part) => !failure.parts.includes(part)) }
    case 'stopped':
      return { ...item, stopped: true, words: failure.words }
  }
}

/** Begun a second time under one name, the server answers as it did the first time: only a look tells what it has now. */
function told(item: QueuedUpload, act: Act, { id, partSize, parts, received, state }: ServersUpload): QueuedUpload {
  // One that has ended answers for itself when it is asked to complete.
  const all = state === 'open' ? received : Array.from({ length: parts }, (_, part) => part)
  return {
    ...item,
    ...smooth,
    upload: { id, partSize, parts },
    arrived: all,
    unsure: item.unsure && act.kind !== 'look',
  }
}

const changed = (queue: Queue, id: string, change: (item: QueuedUpload) => QueuedUpload): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.id === id ? change(item) : item)),
})

const landed = (queue: Queue, act: Act): Queue => ({ ...queue, flying: queue.flying.filter((one) => one !== act) })

const withPaper = (item: QueuedUpload, together: string | undefined, paperId: string): QueuedUpload =>
  together !== undefined && togetherOf(item) === together
    ? { ...item, ...smooth, pageOf: { ...item.pageOf, paperId } }
    : item

/** The queue after something happened. Pure: the clock and chance come with what happened. */
export function afterwards(queue: Queue, happening: Happening): Queue {
  switch (happening.kind) {
    case 'added':
      return { ...queue, items: [...queue.items, ...happening.items] }
    case 'sent':
      return { ...queue, flying: [...queue.flying, happening.act] }
    case 'awake':
      return { ...queue, items: queue.items.map((item) => ({ ...item, tries: 0, notBefore: 0 })) }
    case 'retried':
      return changed(queue, happening.id, (item) => ({ ...item, ...smooth, stopped: false, restarts: 0 }))
    case 'dropped':
      return { ...queue, items: queue.items.filter(({ id }) => id !== happening.id) }
    case 'handed over':
      return { ...queue, items: queue.items.filter(({ personId }) => personId === happening.personId) }
    case 'cleared':
      return { ...queue, items: queue.items.filter(({ done }) => !done) }
    default:
      return answered(landed(queue, happening.act), happening)
  }
}

type Answer = Extract<Happening, { readonly act: Act }>

function answered(queue: Queue, happening: Exclude<Answer, { readonly kind: 'sent' }>): Queue {
  const { act } = happening
  switch (happening.kind) {
    case 'paper made': {
      const first = queue.items.find(({ id }) => id === act.id)
      const together = first && togetherOf(first)
      return { ...queue, items: queue.items.map((item) => withPaper(item, together, happening.paperId)) }
    }
    case 'told':
      return changed(queue, act.id, (item) => told(item, act, happening.upload))
    case 'part arrived':
      return changed(queue, act.id, (item) => ({
        ...item,
        tries: 0,
        words: undefined,
        arrived: [...new Set([...item.arrived, happening.act.part])],
      }))
    case 'completed':
      return changed(queue, act.id, (item) => ({
        ...item,
        ...smooth,
        paperId: happening.paperId,
        fileId: happening.fileId,
        done: !isToBePut(item),
      }))
    case 'put':
      return changed(queue, act.id, (item) => ({ ...item, ...smooth, done: true }))
    case 'failed':
      return changed(queue, act.id, (item) => afterFailure(item, happening.failure, happening.now, happening.chance))
  }
}
