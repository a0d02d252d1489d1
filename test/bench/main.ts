import { machine } from './machine'
import { miniapp } from './miniapp/section'
import { papers } from './papers/section'
import { plain, record } from './report'
import { rules } from './rules/section'
import type { Section } from './section'
import { server } from './server/section'

/**
 * `npm run bench` runs all of these, `npm run bench -- rules` one of them; one line each. `npm run bench -- server
 * --parts=requests,crowd` runs parts of one, and records nothing.
 */
const sections: Readonly<Record<string, Section>> = {
  rules,
  papers,
  server,
  miniapp,
}

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const parts = args
  .find((one) => one.startsWith('--parts='))
  ?.slice('--parts='.length)
  .split(',')
const named = args.filter((one) => !one.startsWith('--'))
const unknown = named.filter((one) => !(one in sections))
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are: ${Object.keys(sections).join(', ')}`)
  process.exit(2)
}

const started = Date.now()
const say = (text: string): void =>
  console.error(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`)
const differences: string[] = []
for (const [name, section] of Object.entries(sections)) {
  if (named.length > 0 && !named.includes(name)) continue
  const found = await section({ rounds: quick ? 1 : 3, quick, say, ...(parts && { parts }) })
  for (const table of found.tables) console.log(plain(table))
  differences.push(...found.differences)
  // What failed is recorded with the rest: the figures of one round are worth little, those of many minutes are not.
  if (!quick && parts === undefined) record(name, new Date().toISOString().slice(0, 10), machine(), found)
}
console.log(`\n${machine()}`)
if (differences.length > 0) {
  console.error(`\nFailed:\n${differences.join('\n')}`)
  process.exitCode = 1
}
