import type { RuleChanges } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { compareRulings, isSameText, ruleOn } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import type { Deps } from '../../deps'
import type { SubmissionRow } from '../../stores/submissions'
import type { Rules } from './pinned-rules'

type World = Pick<Deps, 'paperRules' | 'clock'>

export const NO_CHANGES: RuleChanges = { state: 'none', differences: [] }

/** With the platform it is decided there by which rules: then the newer ones are only told of. */
const isWithPlatform = ({ receipt_number, sending }: SubmissionRow): boolean =>
  receipt_number !== null || sending === 'queued' || sending === 'sent'

/**
 * What the running rules say otherwise than those that the submission is pinned to, for the same facts on the same day.
 *
 * Which of them counts is for the text to say, not for us. 六1 of 湘工信信息软件〔2026〕168号 lets newer rules prevail at
 * once: where the text itself changed, going on with the older one would only be refused later, so the newer one has to
 * be taken. Where the text is the same and only our reading of it was put right, either may be handed in: the
 * reviewers decide by the text, and a person who has seen both may think that the earlier reading is right.
 */
export function ruleChanges(
  { paperRules, clock }: World,
  row: SubmissionRow,
  { pinned, newer }: Rules,
  facts: FactValues,
): RuleChanges {
  if (newer === undefined) return NO_CHANGES
  const on = shanghaiDay(isWithPlatform(row) ? (row.submitted_at ?? clock()) : clock())
  const [before, after] = [pinned, newer].map((rules) => ruleOn(rules, row.measure_id, facts, on))
  const differences = compareRulings(before, after)
  if (differences.length === 0) return NO_CHANGES
  const prevails = paperRules[row.measure_id]?.newerPrevail
  const mayKeep = prevails === undefined || isSameText(before, after)
  const kept = mayKeep && row.kept_over === newer.version
  return {
    state: isWithPlatform(row) ? 'told' : kept ? 'kept' : 'open',
    from: pinned.version,
    to: newer.version,
    mayKeep,
    ...(!mayKeep && prevails !== undefined && { prevails }),
    differences: [...differences],
  }
}
