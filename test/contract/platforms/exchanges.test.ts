import { createLog } from '@suanhui/bff/log'
import { openCircuit } from '@suanhui/bff/platforms/circuit'
import { openClient } from '@suanhui/bff/platforms/client'
import { platformIds, registry } from '@suanhui/bff/platforms/index'
import type { PlatformId } from '@suanhui/bff/platforms/platform'
import { verify } from '@suanhui/bff/platforms/signing/verify'
import { describe, expect, it } from 'vitest'
import { type Exchange, fileName, recorded, writtenRequest } from './exchange'
import { hmacPair, type Pair, sm2Pair } from './signing-keys'
import { stories } from './stories'
import { knownIds, STORY_NOW } from './stories/story'

const pairs: readonly (readonly [string, Pair])[] = [
  ['HMAC-SHA256', hmacPair(5)],
  ['SM2 and SM3', sm2Pair()],
]
const PREFIX = '/contract'

/** Answers from the recording, as long as what is asked is what was recorded, and its signature holds. */
function replay(id: PlatformId, pair: Pair) {
  let awaited: Exchange | undefined
  let nonces = 0
  const replaying: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const bytes = new Uint8Array(await request.arrayBuffer())
    const header = (name: string) => request.headers.get(name)
    const target = `${url.pathname}${url.search}`
    const signed = { method: request.method, target, body: bytes, header: (name: string) => header(name) ?? undefined }
    expect(verify(signed, () => pair.verifying, STORY_NOW)).toMatchObject({ ok: true })
    const exchange = awaited
    awaited = undefined
    expect(writtenRequest({ method: request.method, target: target.slice(PREFIX.length), header, bytes })).toEqual(
      exchange?.request,
    )
    const { status = 500, headers = {}, body = null } = exchange?.response ?? {}
    return new Response(JSON.stringify(body), { status, headers })
  }
  const client = openClient(
    { platform: id, url: `http://platform.test${PREFIX}`, secret: pair.signing },
    {
      fetch: replaying,
      clock: () => STORY_NOW,
      newId: () => {
        nonces += 1
        return `replayed-nonce-${nonces}`
      },
      random: () => 0,
      log: createLog('silent'),
      circuit: openCircuit({ elapsedMs: () => 0 }),
      firstPauseMs: 0,
    },
  )
  return {
    platform: registry[id].open(client),
    next(exchange: Exchange | undefined) {
      awaited = exchange
    },
    /** Whether what was awaited was asked for. */
    asked: () => awaited === undefined,
  }
}

describe.each(pairs)('replayed with %s', (_, pair) => {
  describe.each(platformIds)('%s', (id) => {
    it('asks as it was recorded, and reads what was answered', async () => {
      const files = recorded(id)
      const { platform, next, asked } = replay(id, pair)
      const known = knownIds()
      for (const [index, { name, run, gives }] of stories[id].operations.entries()) {
        next(files[fileName(index, name)])
        expect({ name, value: await run(platform, known) }).toMatchObject({ name, value: gives })
        expect(asked()).toBe(true)
      }
      expect(Object.keys(files)).toHaveLength(stories[id].operations.length)
    })

    it('does everything that the adapter can', () => {
      const told = stories[id].operations.map(({ name }) => name)
      const words = (verb: string) => verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      for (const verb of replay(id, pair).platform.verbs) expect(told).toContain(words(verb))
    })
  })
})
