import { kindOfLine } from '../line-kind'
import type { Check } from './check'

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

/** Left out of the base, and told; where one line holds both, a person has to say. */
export const excludedLines: Check = {
  rule: 'excluded-lines',
  cite: 'excluded',
  find: ({ invoices, names }) =>
    invoices.flatMap((paper) => {
      const kinds = paper.lines.map((line) => ({ name: line.name, ...kindOfLine(line) }))
      const excluded = kinds.filter((line) => line.excluded).map((line) => line.name)
      const mixed = kinds.filter((line) => line.mixed).map((line) => line.name)
      if (excluded.length + mixed.length === 0) return []
      const out = excluded.length > 0 ? `里的${quoted(excluded)}是单独买的带宽、安全防护或者数据库，没有算进补贴` : ''
      const both = mixed.length > 0 ? `里的${quoted(mixed)}看着既有算力，也有别的，先都算进去了` : ''
      return [
        {
          severity: 'warning' as const,
          paper,
          message: `${names(paper)}${[out, both].filter((part) => part !== '').join('；')}。`,
          remedy: '请看一眼分得对不对，不对的点那一行改过来。',
        },
      ]
    }),
}
