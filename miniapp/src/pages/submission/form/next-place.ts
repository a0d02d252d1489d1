import { type FormProblem, placeName } from '@suanhui/shared/forms'

/** The place of the problem after the one that was gone to, round and round; empty where there is none. */
export function nextPlace(problems: readonly FormProblem[], wentTo: string | undefined): string {
  const names = [...new Set(problems.map(placeName))]
  return names[(names.indexOf(wentTo ?? '') + 1) % names.length] ?? ''
}
