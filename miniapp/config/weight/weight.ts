import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FactDefinition } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import type { BuiltModule } from './built-module'

/** In bytes. */
export interface Weight {
  readonly plain: number
  readonly gzipped: number
  readonly brotli: number
}

/** What a phone carries to decide by itself. */
export interface RuleWeights {
  /** The code: decisions, session, questions, combination, reasons, what-if. */
  readonly engine: Weight
  /** Facts, criteria, sums and groups of the catalogue without a sentence; from its JSON. */
  readonly rules: Weight
  /** Both together: what the limit speaks of. */
  readonly decides: Weight
  /** The catalogue as the build holds it: the rules and all that people read of them. */
  readonly catalogue: Weight
  /** The engine's files, heaviest first, with their share of its plain bytes. */
  readonly files: readonly (readonly [file: string, bytes: number])[]
}

/** What engine and rules may weigh together, gzipped. The build tells when they weigh more; it does not fail. */
export const LIMIT_BYTES = 12 * 1024

const MODULES = join(import.meta.dirname, '../../dist/.weapp-modules.json')

/** The engine, and the few files below it that it stands on. */
const isEngine = (file: string): boolean =>
  /^(?:rules|decision)\//.test(file) || /^(?:money|date|truth|region|facts\/value)\.ts$/.test(file)
const isCatalogue = (file: string): boolean => /^(?:policies|facts\/table)\//.test(file)

interface Share {
  readonly text: string
  /** Of the text, 0 to 1. A module that webpack put together with others is parted by their sizes before. */
  readonly share: number
}

function sharesOf(modules: readonly BuiltModule[], belongs: (file: string) => boolean): readonly Share[] {
  return modules.flatMap(({ text, parts }) => {
    const size = (some: BuiltModule['parts']): number => some.reduce((sum, { bytes }) => sum + bytes, 0)
    const share = size(parts.filter(({ file }) => file !== undefined && belongs(file))) / size(parts)
    return share > 0 ? [{ text, share }] : []
  })
}

function weigh(text: string): Weight {
  const bytes = Buffer.from(text)
  return {
    plain: bytes.length,
    gzipped: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  }
}

const scaled = ({ plain, gzipped, brotli }: Weight, by: number): Weight => ({
  plain: Math.round(plain * by),
  gzipped: Math.round(gzipped * by),
  brotli: Math.round(brotli * by),
})

/** The modules zipped as one text; of one that is shared, its share counts as if it were zipped like the whole. */
function weighShares(shares: readonly Share[], more = ''): Weight {
  const bytes = (one: Share): number => Buffer.byteLength(one.text)
  const whole = shares.reduce((sum, one) => sum + bytes(one), 0)
  const own = shares.reduce((sum, one) => sum + bytes(one) * one.share, 0)
  const added = Buffer.byteLength(more)
  return scaled(weigh(`${shares.map(({ text }) => text).join('')}${more}`), (own + added) / (whole + added))
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

function filesOf(modules: readonly BuiltModule[]): RuleWeights['files'] {
  const files = modules.flatMap(({ text, parts }) => {
    const whole = parts.reduce((sum, { bytes }) => sum + bytes, 0)
    return parts.flatMap(({ file, bytes }): readonly (readonly [string, number])[] =>
      file !== undefined && isEngine(file) ? [[file, Math.round((Buffer.byteLength(text) * bytes) / whole)]] : [],
    )
  })
  return files.sort(([, a], [, b]) => b - a)
}

/** The weight of engine and catalogue among these modules. */
export function weightsAmong(modules: readonly BuiltModule[]): RuleWeights {
  const engine = sharesOf(modules, isEngine)
  const rules = JSON.stringify(withoutWords)
  return {
    engine: weighShares(engine),
    rules: weigh(rules),
    decides: weighShares(engine, rules),
    catalogue: weighShares(sharesOf(modules, isCatalogue)),
    files: filesOf(modules),
  }
}

/** The same for the mini-program that was built last. Throws where none was built. */
export const ruleWeights = (): RuleWeights =>
  weightsAmong(JSON.parse(readFileSync(MODULES, 'utf8')) as readonly BuiltModule[])
