import type { FactDefinition } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { type Numbering, representatives, seeded } from '@suanhui/shared/rules'

type Draw = () => number

const PLACES = [430104, 430111, 430181, 430281, 430602, 140105, 140203, 440305, 110108]
const FIRST_DAY = 20_089
const DAYS = 1400
const UNKNOWN = 0.2

const measures = catalogue.documents.flatMap((document) => document.measures)
const limits = representatives(
  measures.flatMap((measure) => measure.criteria),
  catalogue.facts,
)

/** A number as companies have it: a third of the time at a limit of some rule, else over several sizes. */
function numbers(id: string, typical: number, round: (value: number) => number, random: Draw): Draw {
  const known = (limits.get(id) ?? []).filter((one): one is number => typeof one === 'number' && one > 0)
  const around = known.length > 0 ? known : [typical]
  return () => {
    const limit = around[Math.floor(random() * around.length)] as number
    const scale = random()
    return round(scale < 0.3 ? limit : limit * (0.01 + scale * scale * scale * 10))
  }
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000

/** Values of one fact as the rules number them, by the shares that the fact table states. */
function drawOf(id: string, definition: FactDefinition, random: Draw): Draw {
  switch (definition.type) {
    case 'bool': {
      const yes = definition.prior ?? 0.5
      return () => (random() < yes ? 1 : 0)
    }
    case 'one of': {
      const shares = Object.keys(definition.options).map((key, _, all) => definition.priors?.[key] ?? 1 / all.length)
      return () => {
        let rest = random()
        for (let place = 0; place < shares.length; place++) {
          rest -= shares[place] as number
          if (rest < 0) return place
        }
        return shares.length - 1
      }
    }
    case 'set of': {
      const shares = Object.keys(definition.options).map((key) => definition.priors?.[key] ?? 0.2)
      return () => shares.reduce((bits, share, place) => (random() < share ? bits | (1 << place) : bits), 0)
    }
    case 'code':
      return () => PLACES[Math.floor(random() * PLACES.length)] as number
    case 'date':
      return () => FIRST_DAY + Math.floor(random() * DAYS)
    case 'ratio':
      return numbers(id, 0.2, thousandths, random)
    case 'number':
      return numbers(id, 10, thousandths, random)
    default:
      return numbers(id, definition.type === 'fen' ? 50_000_000 : 5, Math.round, random)
  }
}

/** All facts of so many companies in columns, a fifth of them unknown; the same for the same seed. */
export function drawColumns(numbering: Numbering, count: number, seed: number): readonly Float64Array[] {
  return Object.entries(catalogue.facts).map(([id, definition]) => {
    const random = seeded(seed + (numbering.placeOf.get(id) ?? 0) * 7919)
    const draw = drawOf(id, definition, random)
    const column = new Float64Array(count)
    for (let row = 0; row < count; row++) column[row] = random() < UNKNOWN ? Number.NaN : draw()
    return column
  })
}
