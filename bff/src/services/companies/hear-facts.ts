import type { CompanyFact } from '@suanhui/shared/api'
import type { KnownFacts } from './facts-store'

/** One thing that was said, by whom and when. */
export type Heard = Omit<CompanyFact, 'suggested'>

const same = (one: Heard['value'], other: Heard['value']): boolean => JSON.stringify(one) === JSON.stringify(other)

const withoutSuggestion = ({ suggested: _, ...fact }: CompanyFact): CompanyFact => fact

/** The person's word stands; what the registry or a paper said otherwise stays beside it. */
function hearPerson(known: CompanyFact | undefined, heard: Heard): CompanyFact {
  if (known === undefined) return heard
  const other = known.source === 'person' ? known.suggested : withoutSuggestion(known)
  return other === undefined || same(other.value, heard.value) ? heard : { ...heard, suggested: other }
}

/** Later knowledge replaces earlier; a person's own answer is replaced by nobody else. */
function hearOther(known: CompanyFact | undefined, heard: Heard): CompanyFact {
  if (known === undefined) return heard
  if (known.source !== 'person') return heard.knownOn < known.knownOn ? known : heard
  const { suggested } = known
  if (suggested !== undefined && heard.knownOn < suggested.knownOn) return known
  return same(known.value, heard.value) ? withoutSuggestion(known) : { ...known, suggested: heard }
}

/** What is known once this has been heard too. */
export function hearFacts(known: KnownFacts, heard: Readonly<Record<string, Heard>>): KnownFacts {
  const entries = Object.entries(heard).map(([id, one]): [string, CompanyFact] => {
    const before = Object.hasOwn(known, id) ? known[id] : undefined
    return [id, one.source === 'person' ? hearPerson(before, one) : hearOther(before, one)]
  })
  return { ...known, ...Object.fromEntries(entries) }
}
