import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '@suanhui/bff/log'
import { openCircuit } from '@suanhui/bff/platforms/circuit'
import { openClient } from '@suanhui/bff/platforms/client'
import { registry } from '@suanhui/bff/platforms/index'
import { z } from 'zod'
import { type Exchange, writtenRequest } from '../../contract/platforms/exchange'
import type { Pair } from '../../contract/platforms/signing-keys'
import { type AtDesk, type Known, knownIds, STORY_NOW, type Story } from '../../contract/platforms/stories/story'
import { decide } from '../platform-client'
import { type Sandbox, startSandbox } from '../sandbox'

/** ids that count: the same in every recording. */
const counting = (prefix: string): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `${prefix}-${String(count).padStart(12, '0')}`
  }
}

/** Writes down what passes. */
function writingFetch(prefix: string, exchanges: Omit<Exchange, 'operation'>[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const bytes = new Uint8Array(await request.clone().arrayBuffer())
    const target = `${url.pathname}${url.search}`.slice(prefix.length)
    const written = writtenRequest({
      method: request.method,
      target,
      header: (name) => request.headers.get(name),
      bytes,
    })
    const response = await fetch(request)
    const body = z.json().parse(await response.clone().json())
    const headers = { 'content-type': response.headers.get('content-type') ?? '' }
    exchanges.push({ request: written, response: { status: response.status, headers, body } })
    return response
  }
}

async function atDesk(sandbox: Sandbox, known: Known, step: AtDesk | 'rank'): Promise<void> {
  if (step === 'rank') {
    const ranked = await fetch(`${sandbox.url}/desk/api/round/rank`, { method: 'POST', body: '{"seat":"province"}' })
    if (!ranked.ok) throw new Error(`the desk did not rank: ${await ranked.text()}`)
    return
  }
  const { status, body } = await decide(sandbox, step.seat, known.of(step.of), step.action, step.input)
  if (status !== 200) throw new Error(`${step.seat} could not ${step.action}: ${JSON.stringify(body)}`)
}

/**
 * Plays a story against a sandbox of its own, by the product's own client and adapter.
 * @returns each operation's exchange, in order, and what the adapter made of it.
 */
export async function record(
  { platform: id, operations }: Story,
  pair: Pair,
): Promise<readonly { readonly exchange: Exchange; readonly value: unknown }[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-recording-'))
  const sandbox = await startSandbox({
    dataDir,
    clock: () => STORY_NOW,
    newId: counting('event'),
    platformKeys: { [id]: pair },
  })
  try {
    const passed: Omit<Exchange, 'operation'>[] = []
    const prefix = `/platforms/${id}`
    const client = openClient(
      { platform: id, url: `${sandbox.url}${prefix}`, secret: pair.signing },
      {
        fetch: writingFetch(prefix, passed),
        clock: () => STORY_NOW,
        newId: counting('nonce'),
        random: () => 0,
        log: createLog('silent'),
        circuit: openCircuit({ elapsedMs: () => performance.now() }),
      },
    )
    const platform = registry[id].open(client)
    const known = knownIds()
    const told: { exchange: Exchange; value: unknown }[] = []
    for (const { name, before = [], run } of operations) {
      for (const step of before) await atDesk(sandbox, known, step)
      const value = await run(platform, known)
      const [exchange, ...more] = passed.splice(0)
      if (exchange === undefined || more.length > 0) throw new Error(`${name} is not one exchange`)
      told.push({ exchange: { operation: name, ...exchange }, value })
    }
    return told
  } finally {
    await sandbox.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
