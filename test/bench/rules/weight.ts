import { spawnSync } from 'node:child_process'
import { type RuleWeights, ruleWeights, type Weight } from '../../../miniapp/config/weight/weight'
import { root } from '../program'
import { figure, type Table } from '../report'
import { MEASURES } from './measured'

export interface Weights {
  /** Engine and rules together, in bytes zipped: what the goal speaks of. */
  readonly decides: number
  /** The engine with the catalogue as it is, words and all, in bytes zipped. */
  readonly carried: number
  readonly table: Table
}

/** What the built mini-program carries to decide by itself; it is built where its sources have changed. */
export function weights(): Weights {
  const built = spawnSync(process.execPath, ['miniapp/config/build.mjs', 'weapp'], {
    cwd: root,
    env: { TARO_APP_API_ORIGIN: 'https://api.suanhui.test', ...process.env },
    stdio: ['ignore', 2, 2],
  })
  if (built.status !== 0) throw new Error('the mini-program could not be built')
  return described(ruleWeights())
}

function described({ engine, rules, decides, catalogue, files }: RuleWeights): Weights {
  const parts: readonly (readonly [string, Weight])[] = [
    ['engine: decisions, session, questions, combination, reasons, what-if', engine],
    ['rules: facts, criteria, sums, groups, without words', rules],
    ['engine and rules', decides],
    ['catalogue as it is, with all that people read', catalogue],
  ]
  const kb = (bytes: number): string => figure(bytes / 1024)
  return {
    decides: decides.gzipped,
    carried: engine.gzipped + catalogue.gzipped,
    table: {
      title: `Weight in the built mini-program, ${MEASURES} measures`,
      head: ['what', 'KB minified', 'KB gzipped', 'KB brotli'],
      rows: parts.map(([name, { plain, gzipped, brotli }]) => [name, kb(plain), kb(gzipped), kb(brotli)]),
      notes: [
        'From the text of the modules as the mini-program’s build wrote them; `node miniapp/config/build.mjs weapp` prints the same.',
        `The heaviest files of the engine, minified: ${files
          .slice(0, 12)
          .map(([file, bytes]) => `${file} ${kb(bytes)}`)
          .join(', ')}.`,
        'research: publicodes 22.8 KB gzipped without rules, json-rules-engine 23.3, zen-engine for browsers 2,050',
      ],
    },
  }
}
