import type { IsoDate } from '@suanhui/shared/date'
import type { Catalogue } from '@suanhui/shared/rules'

/** The day on which the catalogue was made: `2026-11-21+3f9c0a1b` → 2026-11-21. */
export const versionDay = (catalogue: Catalogue): IsoDate => catalogue.version.slice(0, 10)

/** A catalogue of the one format this release can read; undefined for anything else. */
export function readCatalogue(value: unknown): Catalogue | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const candidate = value as Partial<Catalogue>
  const whole =
    candidate.format === 1 &&
    typeof candidate.version === 'string' &&
    /^\d{4}-\d{2}-\d{2}/.test(candidate.version) &&
    typeof candidate.facts === 'object' &&
    candidate.facts !== null &&
    typeof candidate.areas === 'object' &&
    Array.isArray(candidate.documents) &&
    Array.isArray(candidate.groups)
  return whole ? (candidate as Catalogue) : undefined
}

/** The offered one, unless it is older than what is here or cannot be read: rules never go back by themselves. */
export function newer(here: Catalogue, offered: Catalogue | undefined): Catalogue {
  return offered !== undefined && versionDay(offered) >= versionDay(here) ? offered : here
}
