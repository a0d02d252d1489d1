import type { PaperRules } from '../papers'
import { paperRules as hn2026168 } from './hn-2026-168/paper-rules'
import { paperRules as sx202435 } from './sx-2024-35/paper-rules'

/** By measure: what its document asks of the papers. One line a measure that is applied for with papers. */
export const paperRules: Readonly<Record<string, PaperRules>> = Object.fromEntries(
  [hn2026168, sx202435].map((rules) => [rules.measureId, rules]),
)
