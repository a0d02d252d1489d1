import type { MasterKeys } from './master-keys'
import { openBytes, sealBytes } from './sealing'

/** Seals what belongs to the server itself and to no person: directly with the master key. */
export interface SystemSecrets {
  /** Bound to `context`: it opens nowhere else. */
  seal(context: string, clear: Uint8Array): string
  /** @throws {Error} where the text was changed, is of another context, or its master key is not given. */
  open(context: string, sealed: string): Uint8Array
}

const bound = (context: string): string => JSON.stringify(['system secret', context])

/** The id of the master key stands in front of each text, so that older ones open after a rotation. */
export function systemSecretsOf({ current, older }: MasterKeys): SystemSecrets {
  const masters = new Map([current, ...older].map(({ id, bytes }) => [id, bytes]))
  return {
    seal: (context, clear) => `${current.id}.${sealBytes(current.bytes, bound(context), clear)}`,
    open(context, sealed) {
      const [id = '', text = ''] = sealed.split('.')
      const master = masters.get(id)
      if (master === undefined) throw new Error('a secret is sealed with a master key that is not given')
      return openBytes(master, bound(context), text)
    },
  }
}
