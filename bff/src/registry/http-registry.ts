import { isIsoDate } from '@suanhui/shared/date'
import { isRegionCode } from '@suanhui/shared/region'
import { z } from 'zod'
import type { Log } from '../log'
import { openCircuit } from '../platforms/circuit'
import { readAtMost } from '../platforms/read-at-most'
import type { CompanyRegistry, RegisteredCompany, RegistryAnswer } from './registry'
import type { RegistrySettings } from './settings'

interface World {
  readonly fetch: typeof globalThis.fetch
  readonly elapsedMs: () => number
  readonly log: Log
  /** Default 3 seconds: a person waits. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 3_000
const LIMIT_BYTES = 512 * 1024
const MOST = 20

const WireCompany = z.object({
  creditCode: z.string(),
  name: z.string().trim().min(1).max(100),
  region: z.string().optional(),
  registeredOn: z.string().optional(),
  legalRepresentative: z.string().trim().optional(),
  businessScope: z.string().trim().optional(),
  status: z.string(),
})
const WireCompanies = z.object({ companies: z.array(WireCompany) })

const within = (text: string | undefined, max: number): text is string =>
  text !== undefined && text.length > 0 && text.length <= max

/** What cannot be taken as it stands is left out: a person fills it in. */
const companyOf = (wire: z.output<typeof WireCompany>): RegisteredCompany => ({
  creditCode: wire.creditCode,
  name: wire.name,
  status: wire.status,
  ...(isRegionCode(wire.region) && { region: wire.region }),
  ...(isIsoDate(wire.registeredOn) && { registeredOn: wire.registeredOn }),
  ...(within(wire.legalRepresentative, 50) && { legalName: wire.legalRepresentative }),
  ...(within(wire.businessScope, 4000) && { businessScope: wire.businessScope }),
})

/** Thrown here and caught here: why there was no answer, for the log. */
class NoAnswerError extends Error {}

/** The registry over HTTP: `GET {url}/companies/{creditCode}` and `GET {url}/companies?name=`, with a bearer key. */
export function httpRegistry(settings: RegistrySettings, world: World): CompanyRegistry {
  const { fetch, elapsedMs, log, timeoutMs = TIMEOUT_MS } = world
  const circuit = openCircuit({ elapsedMs })

  /** @returns undefined where there is none. */
  async function get<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    const response = await fetch(`${settings.url}${path}`, {
      headers: { authorization: `Bearer ${settings.key}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    const body = await readAtMost(response.body, LIMIT_BYTES)
    if (response.status === 404) return undefined
    if (!response.ok) throw new NoAnswerError(`it answered ${response.status}`)
    if (body === undefined) throw new NoAnswerError('its answer is too long')
    const answer = schema.safeParse(JSON.parse(new TextDecoder().decode(body)))
    if (!answer.success) throw new NoAnswerError('its answer has another shape')
    return answer.data
  }

  async function ask<W, T>(
    path: string,
    schema: z.ZodType<W>,
    read: (wire: W) => T | undefined,
  ): Promise<RegistryAnswer<T>> {
    if (!circuit.enter().ok) return { result: 'unavailable' }
    try {
      const wire = await get(path, schema)
      const value = wire === undefined ? undefined : read(wire)
      circuit.succeeded()
      return value === undefined ? { result: 'not_found' } : { result: 'found', value }
    } catch (error) {
      circuit.failed()
      // Only what kind of failure: a message of the network or the parser may quote what was asked or answered.
      const reason = error instanceof NoAnswerError ? error.message : error instanceof Error ? error.name : 'unknown'
      log.warn({ reason }, 'the company registry gave no answer')
      return { result: 'unavailable' }
    }
  }

  return {
    byCreditCode: (creditCode) =>
      ask(`/companies/${encodeURIComponent(creditCode)}`, WireCompany, (wire) => {
        // Another company than the one that was asked for would be taken for it.
        if (wire.creditCode !== creditCode) throw new NoAnswerError('it answered about another company')
        return companyOf(wire)
      }),
    byName: (name) =>
      ask(`/companies?name=${encodeURIComponent(name)}`, WireCompanies, ({ companies }) =>
        companies.length === 0 ? undefined : companies.slice(0, MOST).map(companyOf),
      ),
  }
}
