import type { PaperRules } from '@suanhui/shared/papers'
import { paperRules } from '@suanhui/shared/policies/paper-rules'

const all = Object.values(paperRules)

/** What the documents of a region ask of papers; elsewhere what the first one asks. They come with the release. */
export const paperRulesOf = (region: string | null): PaperRules | undefined =>
  all.find((rules) => region?.startsWith(rules.region)) ?? all[0]
