import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { openFaults } from './faults'
import { seedCompanies } from './gateways/companies'
import { openJournal } from './journal'
import { lockFolder } from './lock'
import { openOutbox } from './outbox'
import { type AllPlatformKeys, platformKeys, type Signing } from './platforms/platform-keys'
import { signWebhook } from './platforms/sign-webhook'
import { type ProductAddresses, productAddresses, sender } from './product'
import { keptSecrets, type Secrets } from './secrets'
import { TEMPLATES, type Templates } from './seeds/templates'
import { createSandboxApp } from './server'
import type { World } from './world'

export interface SandboxSettings {
  /** Its own folder is `sandbox` within; absent secrets are kept beside it. */
  readonly dataDir: string
  readonly host?: string
  /** 0 takes a free one. */
  readonly port?: number
  readonly secrets?: Secrets
  readonly templates?: Templates
  readonly clock?: () => Date
  /** Of events and corrections. */
  readonly newId?: () => string
  /** What platforms and product sign with, by the kept keys. Default hmac. */
  readonly signing?: Signing
  /** Instead of the kept keys. */
  readonly platformKeys?: Partial<AllPlatformKeys>
  /** Whether WeChat's events come encrypted (安全模式). */
  readonly encryptedEvents?: boolean
}

export interface Sandbox {
  readonly url: string
  readonly secrets: Secrets
  readonly templates: Templates
  readonly signing: Signing
  readonly world: World
  /** Where the product is, from now on; before, everything for it waits. */
  readonly serve: (productUrl: string, changed?: Partial<ProductAddresses>) => void
  /** Lets what is under way finish; everything else lies in the journal. */
  readonly close: () => Promise<void>
}

/**
 * Starts the systems outside the product on one address.
 * @throws {FolderInUse} where another sandbox works in the folder; NodeJS's own error where the port is taken.
 */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const { dataDir, host = '127.0.0.1', port = 0, templates = TEMPLATES } = settings
  const { clock = () => new Date(), newId = randomUUID, signing = 'hmac' } = settings
  const folder = join(dataDir, 'sandbox')
  const unlock = lockFolder(folder)
  try {
    const secrets = settings.secrets ?? keptSecrets(dataDir)
    const journal = openJournal(join(folder, 'journal.jsonl'))
    const faults = openFaults(journal)
    const keys = platformKeys(secrets, settings.platformKeys, signing)
    let addresses: ProductAddresses | undefined
    const skewed = (): Date => new Date(clock().getTime() + faults.settings().clockSkewMs)
    const send = sender({
      addresses: () => addresses,
      secrets,
      clock,
      fetch: globalThis.fetch,
      encrypted: settings.encryptedEvents ?? true,
      sign: signWebhook(keys, skewed),
    })
    const outbox = openOutbox({ journal, faults, clock, newId, send, ready: () => addresses !== undefined })
    const world: World = {
      clock,
      skewed,
      newId,
      journal,
      secrets,
      faults,
      outbox,
      folder,
      fetch: globalThis.fetch,
    }
    seedCompanies(journal)

    const server = createAdaptorServer({ fetch: createSandboxApp(world, templates, keys).fetch })
    await new Promise<void>((listening, failed) => {
      server.once('error', failed)
      server.listen(port, host, listening)
    }).catch((error: unknown) => {
      journal.close()
      throw error
    })
    const address = server.address()
    const taken = typeof address === 'object' && address !== null ? address.port : port
    const close = async (): Promise<void> => {
      await outbox.close()
      if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500).unref()
      await new Promise((closed) => server.close(closed))
      journal.close()
      unlock()
    }
    let closing: Promise<void> | undefined
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
      secrets,
      templates,
      signing,
      world,
      serve(productUrl, changed) {
        addresses = { ...productAddresses(productUrl, secrets), ...changed }
        outbox.wake()
      },
      close: () => {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
