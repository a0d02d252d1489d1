import type { FactDefinition, FactTable, FactValues } from '../facts'
import { wan } from '../money'
import { type Condition, factsOfSum, type Leaf, type Measure, type Numbering, sumRange } from '../rules'

const MOST = 8

/** What share of companies passes a test of a fact of this kind, where its definition does not say. */
const USUAL = { bool: 0.5, region: 0.4, number: 0.5, choices: 0.2 } as const

function optionShare(definition: FactDefinition, keys: readonly string[]): number {
  if (definition.type !== 'one of' && definition.type !== 'set of') return USUAL.number
  const usual = definition.type === 'one of' ? 1 / Object.keys(definition.options).length : USUAL.choices
  const shares = keys.map((key) => definition.priors?.[key] ?? usual)
  return definition.type === 'one of'
    ? shares.reduce((sum, one) => sum + one, 0)
    : 1 - shares.reduce((none, one) => none * (1 - one), 1)
}

/** How likely a company is to fail the statement, before anyone asked. It orders questions and decides nothing. */
function leafFails(leaf: Leaf, table: FactTable): number {
  const definition = table[leaf.fact]
  if (definition === undefined) return USUAL.bool
  if ('is' in leaf) {
    const yes = definition.type === 'bool' ? (definition.prior ?? USUAL.bool) : USUAL.bool
    return leaf.is ? 1 - yes : yes
  }
  if ('oneOf' in leaf) return 1 - optionShare(definition, leaf.oneOf)
  if ('hasAny' in leaf) return 1 - optionShare(definition, leaf.hasAny)
  return 'within' in leaf ? 1 - USUAL.region : 1 - USUAL.number
}

type Odds = Map<string, number>

const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b)

/** The facts of a condition, each with the chance that its answer makes the condition fail. */
function failOdds(condition: Condition, table: FactTable): Odds {
  if ('fact' in condition) return new Map([[condition.fact, leafFails(condition, table)]])
  const odds: Odds = new Map()
  for (const part of 'all' in condition ? condition.all : condition.any) {
    for (const [fact, chance] of failOdds(part, table)) odds.set(fact, either(odds.get(fact) ?? 0, chance))
  }
  if ('all' in condition) return odds
  // One alternative alone rarely settles an "or" against the company: its chance is shared by all its facts.
  const together = [...odds.values()].reduce((product, chance) => product * chance, 1)
  return new Map([...odds.keys()].map((fact) => [fact, together / odds.size]))
}

/** In which order one measure alone would ask for its facts: most likely to end it first, what only the sum reads last. */
export interface AskingOrder {
  readonly facts: readonly string[]
  /** Their places in a row of numbers. */
  readonly columns: readonly number[]
  /** The chance that an answer makes the measure fail. */
  readonly fails: readonly number[]
  /** What a question spared for this measure counts: more where more money is at stake. */
  readonly stake: number
  /** Of two ways to tell a base the direct one comes first: while it is open, these are not asked. */
  readonly detour?: { readonly direct: string; readonly facts: readonly string[] }
}

/** A measure without a sum counts little; tenfold money counts one more: 10万元 2, 1000万元 4. */
function stakeOf(measure: Measure): number {
  if (measure.amount.basis === 'unspecified') return 0.5
  const most = 'sum' in measure.amount ? sumRange(measure.amount.sum, {}).most : null
  return most === null ? 3 : 1 + Math.max(0, Math.log10(most / wan(1)))
}

export function askingOrder(measure: Measure, table: FactTable, numbering: Numbering): AskingOrder {
  const odds: Odds = new Map()
  for (const criterion of measure.criteria) {
    for (const [fact, chance] of failOdds(criterion, table)) odds.set(fact, either(odds.get(fact) ?? 0, chance))
  }
  const sum = 'sum' in measure.amount ? measure.amount.sum : undefined
  for (const fact of sum ? factsOfSum(sum) : []) if (!odds.has(fact)) odds.set(fact, 0)
  const order = [...odds].sort((a, b) => b[1] - a[1])
  const base = sum && 'share' in sum && typeof sum.of !== 'string' ? sum.of : undefined
  return {
    facts: order.map(([fact]) => fact),
    columns: order.map(([fact]) => numbering.placeOf.get(fact) ?? -1),
    fails: order.map(([, chance]) => chance),
    stake: stakeOf(measure),
    ...(base && { detour: { direct: base.inWindow, facts: [base.settled, base.excluded, base.start, base.end] } }),
  }
}

/**
 * The open measures, reduced to what of them can be asked and laid out flat: measure i has the entries from `ends[i - 1]`
 * to `ends[i]`. Room is kept between calls, for a step on a phone is mostly this.
 */
interface OpenMeasures {
  count: number
  readonly ends: Int32Array
  readonly stakes: Float64Array
  /** Places of facts. */
  readonly columns: Int32Array
  readonly fails: Float64Array
  /** 1 where the fact can be asked; one that was declined stays open all the same. */
  readonly askable: Uint8Array
  /** What asking it spares for its measure. */
  readonly spared: Float64Array
  /** The same over all measures, by places of facts. */
  readonly worth: Float64Array
  /** The places of facts that are worth asking, in their order. */
  running: number
  readonly inRunning: Int32Array
}

const rooms = new WeakMap<readonly AskingOrder[], OpenMeasures>()

function roomFor(orders: readonly AskingOrder[], facts: number): OpenMeasures {
  const known = rooms.get(orders)
  if (known) return known
  const entries = orders.reduce((sum, order) => sum + order.facts.length, 0)
  const room: OpenMeasures = {
    count: 0,
    ends: new Int32Array(orders.length),
    stakes: new Float64Array(orders.length),
    columns: new Int32Array(entries),
    fails: new Float64Array(entries),
    askable: new Uint8Array(entries),
    spared: new Float64Array(entries),
    worth: new Float64Array(facts),
    running: 0,
    inRunning: new Int32Array(facts),
  }
  rooms.set(orders, room)
  return room
}

/** Lays out one measure behind those before it. */
function addOpen(room: OpenMeasures, order: AskingOrder, missing: readonly string[], facts: FactValues): void {
  let end = room.count === 0 ? 0 : (room.ends[room.count - 1] as number)
  const detour = order.detour && facts[order.detour.direct] === undefined ? order.detour.facts : undefined
  for (let index = 0; index < order.facts.length; index++) {
    const fact = order.facts[index] as string
    const given = facts[fact]
    // Known facts are most of them after a few screens; looking one up is cheaper than searching what is missing.
    if (given !== undefined && given !== null) continue
    if (!missing.includes(fact) || detour?.includes(fact)) continue
    room.columns[end] = order.columns[index] as number
    room.fails[end] = order.fails[index] as number
    room.askable[end] = given === undefined ? 1 : 0
    end++
  }
  room.stakes[room.count] = order.stake
  room.ends[room.count] = end
  room.count++
}

/** One open measure of which nothing was declined, laid out once. */
interface Laid {
  readonly columns: Int32Array
  readonly fails: Float64Array
}

/** By the list of missing facts itself: the engine gives the same list for every company that misses the same. */
const laid = new WeakMap<readonly string[], Laid>()

/** Lays out a list of missing facts that will come again, of a measure none of whose facts but the criteria's is told. */
export function layOut(order: AskingOrder, missing: readonly string[]): void {
  const places = order.facts.flatMap((fact, index) =>
    missing.includes(fact) && !order.detour?.facts.includes(fact) ? [index] : [],
  )
  laid.set(missing, {
    columns: Int32Array.from(places, (index) => order.columns[index] as number),
    fails: Float64Array.from(places, (index) => order.fails[index] as number),
  })
}

function addLaid(room: OpenMeasures, { columns, fails }: Laid, stake: number): void {
  let end = room.count === 0 ? 0 : (room.ends[room.count - 1] as number)
  for (let index = 0; index < columns.length; index++) {
    room.columns[end] = columns[index] as number
    room.fails[end] = fails[index] as number
    room.askable[end] = 1
    end++
  }
  room.stakes[room.count] = stake
  room.ends[room.count] = end
  room.count++
}

function anyDeclined(facts: FactValues): boolean {
  for (const id in facts) if (facts[id] === null) return true
  return false
}

/** Works out anew what the questions of one measure spare, and what that changes in their worth over all. */
function weigh(
  { stakes, columns, fails, askable, spared, worth }: OpenMeasures,
  measure: number,
  from: number,
  end: number,
): void {
  let reached = stakes[measure] as number
  let before = 0
  for (let entry = from; entry < end; entry++) {
    const chance = fails[entry] as number
    if (askable[entry] === 1) {
      const column = columns[entry] as number
      const now = reached + chance * before
      worth[column] = (worth[column] as number) + now - (spared[entry] as number)
      spared[entry] = now
      before += reached
    }
    reached *= 1 - chance
  }
}

function weighAll(room: OpenMeasures): void {
  const { count, ends, spared, worth } = room
  worth.fill(0)
  let from = 0
  for (let measure = 0; measure < count; measure++) {
    const end = ends[measure] as number
    spared.fill(0, from, end)
    weigh(room, measure, from, end)
    from = end
  }
  room.running = 0
  for (let column = 0; column < worth.length; column++) {
    if ((worth[column] as number) > 0) room.inRunning[room.running++] = column
  }
}

/** Worths that lie closer are the same but for rounding: of those the fact that stands first is asked. */
const TIE = 1e-9

/** The most useful of the facts in the running, by its number there; -1 where there is none. */
function mostUseful({ running, inRunning, worth }: OpenMeasures): number {
  let best = -1
  let most = 0
  for (let index = 0; index < running; index++) {
    const one = worth[inRunning[index] as number] as number
    if (one > most + TIE) {
      most = one
      best = index
    }
  }
  return best
}

/** Takes a fact out of the running: it is asked anyway, and what its measures ask after it matters that much less. */
function setAsked(room: OpenMeasures, index: number): void {
  const { count, ends, columns, askable, inRunning } = room
  const column = inRunning[index] as number
  inRunning.copyWithin(index, index + 1, room.running--)
  let entry = 0
  for (let measure = 0; measure < count; measure++) {
    const from = entry
    const end = ends[measure] as number
    for (; entry < end; entry++) {
      if (columns[entry] !== column) continue
      askable[entry] = 0
      weigh(room, measure, from, end)
      break
    }
    entry = end
  }
}

/**
 * The facts to ask next, most useful first, at most 8: each by how many questions over all measures its answer is
 * expected to spare beside those before it. Nothing that a decided measure would need; nothing that was declined
 * (`null`). Empty when nothing more would change an answer. Orders and missing facts stand measure by measure, in the
 * catalogue's order; `ids` names the facts by their places.
 *
 * A measure is asked about in its order and stops at the first failure, so question i is reached with probability rᵢ,
 * and Pᵢ questions are expected before it. Having its answer already spares rᵢ + fᵢ·Pᵢ of them: itself, and with
 * chance fᵢ all that stood before it. Measures with more money at stake count more.
 */
export function nextQuestions(
  orders: readonly AskingOrder[],
  missing: readonly (readonly string[])[],
  facts: FactValues,
  ids: readonly string[],
  most = MOST,
): readonly string[] {
  const room = roomFor(orders, ids.length)
  room.count = 0
  const declined = anyDeclined(facts)
  for (let index = 0; index < orders.length; index++) {
    const facing = missing[index]
    const order = orders[index]
    if (!order || !facing || facing.length === 0) continue
    const known = declined ? undefined : laid.get(facing)
    if (known) addLaid(room, known, order.stake)
    else addOpen(room, order, facing, facts)
  }
  weighAll(room)
  const questions: string[] = []
  for (let next = mostUseful(room); next >= 0; next = mostUseful(room)) {
    questions.push(ids[room.inRunning[next] as number] as string)
    if (questions.length === most) break
    setAsked(room, next)
  }
  return questions
}
