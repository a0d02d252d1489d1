import { decide, Engine, Session } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { blankCoded, type Catalogue, code, codeRow, rowOf, runMasks } from '@suanhui/shared/rules'
import { type Cost, costPerItem } from '../../clock'
import { companies, ON } from '../companies'

const COMPANIES = 4096
const FEW = 512
/** Of all facts: about as many as people tell before everything is decided. */
const SIXTEEN = 0.15

/** One way of deciding: prepares what it needs, then answers what one company costs. */
type Kernel = (known: number) => Promise<Cost>

/** The first so many measures of the catalogue, for figures that speak of fewer. */
export function firstMeasures(count: number): Catalogue {
  let left = count
  const documents = catalogue.documents.map((document) => {
    const measures = document.measures.slice(0, left)
    left -= measures.length
    return { ...document, measures }
  })
  return { ...catalogue, documents }
}

/** Keeps results alive, so that nothing is optimised away. */
export let sink = 0

const coded = (given: Catalogue) => (known: number) => {
  const engine = new Engine(given)
  const { masks } = engine
  const states = companies(COMPANIES, 7, known).map((facts) => engine.state(facts).rows)
  const length = states[0]?.length ?? 0
  const rows = new Uint16Array(length * states.length)
  for (const [index, one] of states.entries()) rows.set(one, index * length)
  const out = new Int32Array(masks.words * 2)
  return costPerItem(states.length, () => {
    for (let at = 0; at < rows.length; at += length) {
      runMasks(masks, rows, out, at)
      sink ^= out[0] as number
    }
  })
}

const fromRow: Kernel = (known) => {
  const { masks } = new Engine(catalogue)
  // Each company has its row; the rest of the room is one for all, as where many are coded one after another.
  const room = blankCoded(masks)
  const all = companies(COMPANIES, 7, known).map((facts) => ({ ...room, facts, row: rowOf(masks.numbering, facts) }))
  const out = new Int32Array(masks.words * 2)
  return costPerItem(all.length, () => {
    for (const coded of all) {
      codeRow(masks, coded)
      runMasks(masks, coded.rows, out)
      sink ^= out[0] as number
    }
  })
}

/** Companies as a phone's storage and a request give them: read from JSON. */
const asRead = (count: number, known: number): readonly FactValues[] =>
  companies(count, 7, known).map((facts) => JSON.parse(JSON.stringify(facts)))

const fromFacts: Kernel = (known) => {
  const { masks } = new Engine(catalogue)
  const room = blankCoded(masks)
  const out = new Int32Array(masks.words * 2)
  const all = asRead(COMPANIES, known)
  return costPerItem(all.length, () => {
    for (const facts of all) {
      runMasks(masks, code(masks, facts, room).rows, out)
      sink ^= out[0] as number
    }
  })
}

const wholeAnswer: Kernel = (known) => {
  const engine = new Engine(catalogue)
  const all = asRead(FEW, known)
  return costPerItem(all.length, () => {
    for (const facts of all) sink += engine.match(facts, ON).nextQuestions.length
  })
}

const explained: Kernel = (known) => {
  const engine = new Engine(catalogue)
  const all = companies(FEW, 7, known)
  return costPerItem(all.length, () => {
    for (const facts of all) sink += engine.match(facts, ON, 'all').decisions.length
  })
}

const interpreter: Kernel = (known) => {
  const all = companies(FEW, 7, known)
  return costPerItem(all.length, () => {
    for (const facts of all) sink += decide(catalogue, facts, ON).length
  })
}

/** Facts told one after the other to a session, by companies that knew nothing before: what one fact costs. */
const setFact: Kernel = (known) => {
  const engine = new Engine(catalogue)
  const told: readonly (readonly [string, FactScalar])[] = companies(FEW, 7, known).flatMap(
    (facts) => Object.entries(facts) as [string, FactScalar][],
  )
  const session = new Session(engine, ON)
  return costPerItem(told.length, () => {
    for (const [id, value] of told) sink += session.set(id, value).length
  })
}

/** Decisions that differ from the interpreter's, field by field, over companies of whom all, most or half is known. */
export function differentDecisions(count: number): { readonly compared: number; readonly different: number } {
  const engine = new Engine(catalogue)
  let compared = 0
  let different = 0
  for (const known of [1, 0.75, 0.5]) {
    for (const facts of companies(count, 29, known)) {
      const plain = decide(catalogue, facts, ON)
      const fast = engine.match(facts, ON).decisions
      for (const [index, one] of plain.entries()) {
        compared++
        if (JSON.stringify(one) !== JSON.stringify(fast[index])) different++
      }
    }
  }
  return { compared, different }
}

const compile: Kernel = () =>
  costPerItem(1, () => {
    sink += new Engine(catalogue).rules.length
  })

export const kernels: Readonly<Record<string, Kernel>> = {
  coded: coded(catalogue),
  coded60: coded(firstMeasures(60)),
  row: fromRow,
  facts: fromFacts,
  fewFacts: () => fromFacts(SIXTEEN),
  match: wholeAnswer,
  fewMatch: () => wholeAnswer(SIXTEEN),
  explained,
  interpreter,
  set: setFact,
  compile,
}
