import { createHash } from 'node:crypto'
import type { Catalogue } from '@suanhui/shared/rules'

/** The version with what the content is: any change of a rule changes it, whether or not someone changed the date. */
export function versioned(catalogue: Catalogue): Catalogue {
  const digest = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex')
  return { ...catalogue, version: `${catalogue.version}+${digest.slice(0, 8)}` }
}
