import type { SubjectKind } from '@suanhui/shared/status'
import { z } from 'zod'
import { readAnswer, writeAnswer } from './answers'
import type { PlatformClient } from './client'
import type { Platform, PlatformId, Provider, ReadAnswer, Verb, Write, WriteSubject } from './platform'
import { changeOfStatus, readEvent } from './read-event'
import type { StatusWords } from './status-words'
import type { WireRoute } from './wire/route'
import {
  type providersRoute,
  type roundsRoute,
  sharedRoutes,
  WireEventPage,
  WireNotices,
  WireProviderPage,
  WireRounds,
  WireSubjectStatus,
} from './wire/shared'

/** Where a write goes, and how its body is written there. */
export type WireWrite = (
  write: Write,
  subject: WriteSubject,
) => { readonly route: WireRoute; readonly body: unknown } | undefined

/** What one platform has of its own; everything else the contracts share. */
export interface AdapterParts {
  readonly id: PlatformId
  readonly name: string
  readonly verbs: readonly Verb[]
  readonly words: StatusWords
  readonly wireWrite: WireWrite
  readonly readings: Readonly<Partial<Record<SubjectKind, WireRoute>>>
  readonly providers?: typeof providersRoute
  readonly rounds?: typeof roundsRoute
}

const providerOf =
  (platform: PlatformId) =>
  ({ id, registered, ...provider }: (typeof WireProviderPage)['_output']['providers'][number]): Provider => ({
    ...provider,
    platform,
    platformProviderId: id,
    registered: registered.map(({ from, to }) => ({ from, to: to ?? null })),
  })

/** One piece of news that is not of the contract must not hold up the others. */
const EventPage = WireEventPage.extend({ events: z.array(z.unknown()) })

const absent = async (): Promise<ReadAnswer<never>> => ({ result: 'absent' })

/** A platform over its signed HTTP contract. */
export function adapter(parts: AdapterParts, client: PlatformClient): Platform {
  const { id, name, words, readings, providers, rounds } = parts
  const verbs = new Set(parts.verbs)
  return {
    id,
    name,
    verbs,
    async send(write, subject, idempotencyKey) {
      const wire = verbs.has(write.verb) ? parts.wireWrite(write, subject) : undefined
      if (wire === undefined) return { result: 'refused', reason: `${name}不受理这件事`, fields: [] }
      const params = { id: subject.platformId ?? '' }
      return writeAnswer(await client.call({ ...wire, params, idempotencyKey }))
    },
    async uploadPaper(sha256, type, content) {
      const route = sharedRoutes.uploadPaper
      // The hash names the write: the same bytes twice are one upload.
      const call = { route, params: { sha256 }, bytes: { type, content }, idempotencyKey: sha256 }
      const answer = await client.call(call)
      if (answer.result === 'answered' && (answer.status === 200 || answer.status === 201))
        return { result: 'uploaded' }
      const other = writeAnswer(answer)
      return other.result === 'accepted' ? { result: 'unavailable' } : other
    },
    async readSubject(kind, platformId) {
      const route = readings[kind]
      if (route === undefined) return { result: 'absent' }
      const answer = await client.call({ route, params: { id: platformId } })
      return readAnswer(answer, WireSubjectStatus, ({ receiptNumber, sequence, status, statusText }) => ({
        platformId,
        receiptNumber,
        sequence,
        change: changeOfStatus(words, kind, { status, statusText }),
      }))
    },
    async eventsAfter(cursor) {
      const answer = await client.call({ route: sharedRoutes.events, query: { after: cursor || undefined } })
      return readAnswer(answer, EventPage, (page) => ({
        events: page.events.flatMap((event) => readEvent(words, event) ?? []),
        cursor: page.cursor,
      }))
    },
    readEvent: (body) => readEvent(words, body),
    listProviders:
      providers === undefined
        ? absent
        : async (cursor) =>
            readAnswer(await client.call({ route: providers, query: { cursor } }), WireProviderPage, (page) => ({
              providers: page.providers.map(providerOf(id)),
              cursor: page.cursor,
            })),
    listRounds:
      rounds === undefined
        ? absent
        : async () =>
            readAnswer(await client.call({ route: rounds }), WireRounds, (answer) =>
              answer.rounds.map((round) => ({ ...round, committedFen: round.committedFen ?? null })),
            ),
    async listNotices() {
      return readAnswer(await client.call({ route: sharedRoutes.notices }), WireNotices, ({ notices }) => notices)
    },
  }
}
