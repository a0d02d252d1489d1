import { gzipSync } from 'node:zlib'
import type { FactDefinition } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { esbuild, root } from '../program'
import { figure, type Table } from '../report'
import { MEASURES } from './measured'

interface Weight {
  readonly plain: number
  readonly zipped: number
}

async function weigh(contents: string): Promise<Weight> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents, resolveDir: `${root}/test`, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
  })
  const bytes = outputFiles?.[0]?.contents ?? new Uint8Array()
  return { plain: bytes.length, zipped: gzipSync(bytes, { level: 9 }).length }
}

/** What a fact is, without its words. */
function typeOf(definition: FactDefinition): object {
  const { label: _label, question: _question, help: _help, ...rest } = { help: '', ...definition }
  if ('options' in rest)
    return { ...rest, options: Object.fromEntries(Object.keys(rest.options).map((key) => [key, ''])) }
  if (rest.type !== 'bool') return rest
  const { yes: _yes, no: _no, ...bare } = rest
  return bare
}

/** All that decides, and none of the sentences that people read. */
const withoutWords = {
  ...catalogue,
  facts: Object.fromEntries(Object.entries(catalogue.facts).map(([id, definition]) => [id, typeOf(definition)])),
  documents: catalogue.documents.map(({ id, inForce, measures }) => ({
    id,
    inForce,
    measures: measures.map(({ slug, criteria, amount, warnings }) => ({ slug, criteria, amount, warnings })),
  })),
  groups: catalogue.groups.map(({ measures }) => ({ measures })),
}

const ENGINE = `export { engineOf, Session } from '@suanhui/shared/decision'`
const CATALOGUE = `export { catalogue } from '@suanhui/shared/policies'`
const RULES = `export const catalogue = ${JSON.stringify(withoutWords)}`

export interface Weights {
  /** Engine and rules in one bundle, in bytes zipped: what the goal speaks of. */
  readonly decides: number
  /** The engine with the catalogue as it is, words and all, in bytes zipped. */
  readonly carried: number
  readonly table: Table
}

/** What the phone carries to decide by itself, as its bundler would pack it. */
export async function weights(): Promise<Weights> {
  const parts: readonly (readonly [string, string])[] = [
    ['engine: decisions, session, questions, combination, reasons', ENGINE],
    ['rules: facts, criteria, sums, groups, without words', RULES],
    ['engine and rules', `${ENGINE}\n${RULES}`],
    ['catalogue as it is, with all that people read', CATALOGUE],
    ['engine and catalogue', `${ENGINE}\n${CATALOGUE}`],
  ]
  const weighed = await Promise.all(parts.map(async ([name, source]) => [name, await weigh(source)] as const))
  const rows = weighed.map(([name, { plain, zipped }]) => [name, figure(plain / 1024), figure(zipped / 1024)])
  const decides = weighed[2]?.[1].zipped ?? Number.NaN
  const carried = weighed[4]?.[1].zipped ?? Number.NaN
  return {
    decides,
    carried,
    table: {
      title: `Weight on the phone, ${MEASURES} measures`,
      head: ['bundle, minified', 'KB', 'KB gzipped'],
      rows,
      notes: [
        'research: publicodes 22.8 KB gzipped without rules, json-rules-engine 23.3, zen-engine for browsers 2,050',
      ],
    },
  }
}
