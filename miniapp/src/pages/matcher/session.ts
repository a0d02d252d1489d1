import type { IsoDate } from '@suanhui/shared/date'
import { engineOf, Session } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import type { Catalogue } from '@suanhui/shared/rules'

/** The one company on this phone: kept while rules and day are the same, so that an answer costs only what it touches. */
let kept:
  | { readonly catalogue: Catalogue; readonly on: IsoDate; readonly session: Session; told: FactValues }
  | undefined

/** The session, brought to these facts: only what differs is told to it. */
export function sessionOf(catalogue: Catalogue, facts: FactValues, on: IsoDate): Session {
  if (kept === undefined || kept.catalogue !== catalogue || kept.on !== on) {
    kept = { catalogue, on, session: new Session(engineOf(catalogue), on, facts), told: facts }
    return kept.session
  }
  const { session, told } = kept
  if (told === facts) return session
  for (const id of new Set([...Object.keys(told), ...Object.keys(facts)])) {
    if (told[id] !== facts[id]) session.set(id, facts[id])
  }
  kept.told = facts
  return session
}
