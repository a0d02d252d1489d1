import type { Check, Problem } from './checks/check'
import { checks } from './checks/index'
import type { CheckContext } from './context'
import type { Finding } from './finding'
import { givenOf } from './given'
import type { Paper } from './paper'
import type { PaperRules } from './paper-rules'

/** The clause a check stands on under these rules; undefined where the document has none. */
export function clauseOf(check: Check, rules: PaperRules): string | undefined {
  if (typeof check.cite === 'object') return check.cite.standard
  if (check.cite === 'window') return rules.window?.cite
  if (check.cite === 'filing') return rules.filing?.cite
  return rules.clauses[check.cite]
}

function findingOf(check: Check, clause: string, problem: Problem): Finding {
  const { severity, paper, field, message, remedy, cite, related } = problem
  const place = field === undefined ? undefined : paper.fields[field]?.place
  return {
    id: `${check.rule}:${paper.id}${field === undefined ? '' : `:${field}`}`,
    rule: check.rule,
    severity,
    paperId: paper.id,
    ...(field !== undefined && { field }),
    ...(place && { place }),
    message,
    remedy,
    cite: cite ?? clause,
    related: (related ?? []).map((other) => other.id),
  }
}

/**
 * Every finding about the papers, errors first, then as the papers stand. Pure: the phone runs it as fields are
 * confirmed, the server before submitting.
 */
export function checkPapers(papers: readonly Paper[], context: CheckContext): readonly Finding[] {
  const given = givenOf(papers, context)
  const found = checks.flatMap((check) => {
    const clause = clauseOf(check, context.rules)
    return clause === undefined ? [] : check.find(given).map((problem) => findingOf(check, clause, problem))
  })
  const position = new Map(papers.map((paper, index) => [paper.id, index]))
  const rank = (finding: Finding): number =>
    (finding.severity === 'error' ? 0 : papers.length) + (position.get(finding.paperId) ?? 0)
  return [...found].sort((a, b) => rank(a) - rank(b))
}
