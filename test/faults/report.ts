import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine } from '../bench/machine'
import type { Outcome } from './fault'

const HEAD = ['what was done', 'acknowledged', 'lost', 'sent twice', 'explained', 'what it showed'] as const

const rowOf = ({ done, acknowledged, lost, twice, explained, note }: Outcome): readonly string[] => [
  done,
  String(acknowledged),
  String(lost),
  String(twice),
  String(explained),
  note,
]

/** As a table of Markdown, which reads as well in a terminal. */
export function table(outcomes: readonly Outcome[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(HEAD), '| --- | ---: | ---: | ---: | ---: | --- |', ...outcomes.map((one) => line(rowOf(one)))].join(
    '\n',
  )
}

const WORDS = `# What the faults did

Written by \`npm run faults\`: the built server as a process, the systems outside as the sandbox plays them, every fault a
real one (signals, a full file system, a stopped database, cut lines). *Acknowledged* are answers that promised
something; *lost* is what was promised and was not there afterwards with its value; *sent twice* is what left again
although the server knew that it had arrived; *explained* are second copies of which the answer to the first was lost
on the way, so that nobody could know.
`

/** Writes the figures down, with day, machine and how long it took. */
export function record(outcomes: readonly Outcome[], minutes: number): void {
  const day = new Date().toISOString().slice(0, 10)
  const wrong = outcomes.flatMap((one) => one.wrong.map((what) => `- ${one.done}: ${what.split('\n')[0]}`))
  const found = wrong.length > 0 ? `\n**Wrong:**\n\n${wrong.join('\n')}\n` : ''
  const text = `${WORDS}\n${day}, in ${minutes} minutes. ${machine()}\n\n${table(outcomes)}\n${found}`
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text)
}
