// Says what engine and catalogue weigh in the mini-program that was just built.
import { LIMIT_BYTES, ruleWeights, type Weight } from './weight'

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
const row = (name: string, weight: Weight): string =>
  `${name.padEnd(46)}${[weight.plain, weight.gzipped, weight.brotli].map(kb).join('  ')}`

const { engine, rules, decides, catalogue, files } = ruleWeights()
const heaviest = files.slice(0, 5).map(([file, bytes]) => `${file} ${kb(bytes).trim()}`)
const lines = [
  `${'in the mini-program'.padEnd(46)} minified    gzipped     brotli`,
  row('engine', engine),
  row('rules: what decides of the catalogue', rules),
  row('engine and rules', decides),
  row('catalogue as it is, with all that people read', catalogue),
  `heaviest of the engine: ${heaviest.join(', ')}`,
]
if (decides.gzipped > LIMIT_BYTES)
  lines.push(`over the limit: engine and rules ${kb(decides.gzipped).trim()} gzipped, ${kb(LIMIT_BYTES).trim()} wanted`)
process.stdout.write(`${lines.join('\n')}\n`)
