import type { Cost } from '../clock'
import { duration, figure, percent, type Table, times } from '../report'
import { cpu, MEASURES, type Measured } from './measured'
import type { Asked } from './ours/asking'

function peersTable(measured: Measured): Table {
  const { costs, checked } = measured
  const own = cpu(measured, 'peer oursRow')
  const ownJitless = cpu(measured, 'peer oursRow jitless')
  const rows = checked.ready.map(({ key, peer }) => {
    const cost = costs.get(`peer ${key}`)
    const jitless = cpu(measured, `peer ${key} jitless`)
    return [
      peer.package ? `${peer.label} ${peer.package.version}` : peer.label,
      duration(cost?.cpuNs ?? Number.NaN),
      duration(cost?.bestNs ?? Number.NaN),
      duration(cost?.wallNs ?? Number.NaN),
      times((cost?.cpuNs ?? Number.NaN) / own),
      duration(jitless),
      times(jitless / ownJitless),
      peer.sums,
    ]
  })
  return {
    title: 'Engines at the same 12 measures: verdict and sum of one measure',
    head: ['engine', 'CPU', 'best', 'wall', 'to ours', 'without JIT', 'to ours', 'sums by'],
    rows,
    notes: [
      'Same clauses by construction: every engine’s rules are translated from the catalogue’s JSON, one small translation an engine.',
      'Same seeded companies as fact objects with everything known; all verdicts and sums (to one fen) were compared before the clock ran.',
      'Peers get flat names, numbers for dates and regions, and bools for the options of sets; that conversion is not timed, and neither is that to numbers in the line of ours that counts as 1.',
      'publicodes includes setSituation, zen-engine its crossing into native code.',
      ...checked.skipped,
    ],
  }
}

const OURS: readonly (readonly [string, string])[] = [
  ['coded', `all ${MEASURES} from codes, three-valued`],
  ['coded60', 'the first 60 from codes'],
  ['row', `all ${MEASURES} from a row of numbers: coded, then decided`],
  ['facts', `all ${MEASURES} from an object of 80 facts, as JSON gives it`],
  ['fewFacts', `all ${MEASURES} from an object of 16 facts`],
  ['set', 'one fact told to a session: decided anew, changes named'],
  ['next 1', 'the next question, decisions at hand'],
  ['next 8', 'the next eight questions'],
  ['step', 'an answer tapped: fact set, changes, combination, questions'],
  ['match', 'the whole answer from facts'],
  ['fewMatch', 'the whole answer from 16 facts'],
  ['explained', 'the same with every criterion in words'],
  ['interpreter', 'all decisions by the plain interpreter'],
  ['compile', 'tables from the catalogue'],
]

function oursTable(measured: Measured): Table {
  const rows = OURS.map(([key, what]) => {
    const jit = measured.costs.get(key)
    const jitless = cpu(measured, `${key} jitless`)
    return [what, ...[jit?.cpuNs, jit?.bestNs, jit?.wallNs, jitless].map((ns) => duration(ns ?? Number.NaN))]
  })
  return {
    title: 'Ours, one company, a quarter of the facts missing',
    head: ['what', 'CPU', 'best', 'wall', 'without JIT'],
    rows,
    notes: [
      'Best is the least of all stretches of all rounds; CPU above wall is the collector and the compiler on their own threads.',
    ],
  }
}

const askedRow = (name: string, asked: Asked): readonly string[] => [
  name,
  figure(asked.mean),
  `${asked.median}`,
  `${asked.p95}`,
  figure(asked.screens),
  `${asked.screensP95}`,
  figure(asked.answersOnScreens),
  `${figure(asked.hindsight)} of ${figure(asked.askedThere)}`,
]

const askingTable = ({ askedFresh, askedKnown }: Measured): Table => ({
  title: `Questions until every measure is decided, sums included; ${askedFresh.runs} companies`,
  head: ['known at the start', 'mean', 'median', 'p95', 'screens of 5', 'p95', 'answers on them', 'hindsight'],
  rows: [askedRow('nothing', askedFresh), askedRow('the facts of the public register', askedKnown)],
  notes: [
    'Every questionnaire ended with the decisions that all facts give.',
    `Hindsight: the fewest answers that prove the same, over ${askedFresh.hindsightRuns} of the companies; no order of questions can ask fewer.`,
  ],
})

function combiningTable({ adversaries, plans, brute }: Measured): Table {
  return {
    title: 'Best combination',
    head: ['instances', 'mean', 'median', 'p99.9', 'worst', 'greedy wrong', 'greedy worst'],
    rows: [
      ['companies as they are drawn, per company', duration(plans.real.cpuNs), '', '', '', '', ''],
      [`eligible for all ${MEASURES} at once`, duration(plans.all.cpuNs), '', '', '', '', ''],
      ...adversaries.map((one) => [
        `60 measures, ${one.name}${one.done < one.wanted ? ` (${one.done} of ${one.wanted} within the time)` : ''}`,
        duration(one.mean * 1000),
        duration(one.p50 * 1000),
        duration(one.p999 * 1000),
        duration(one.most * 1000),
        percent(one.greedyWrong / one.done),
        percent(one.greedyWorst),
      ]),
    ],
    notes: [`Exact on all ${brute.instances} small instances that were compared with every subset.`],
  }
}

function countryTable({ country }: Measured): Table {
  const spent = ({ cpuNs, bestNs, wallNs }: Cost) => [duration(cpuNs), duration(bestNs), duration(wallNs)]
  const perSecond = 1e9 / country.update.cpuNs
  return {
    title: `${country.companies.toLocaleString('en')} companies, a fifth of the facts unknown, one thread`,
    head: ['what', 'CPU', 'best', 'wall', 'of the limit'],
    rows: [
      [`all ${MEASURES} measures from the index`, ...spent(country.all), times(country.all.cpuNs / country.copy.cpuNs)],
      ['limit: the same planes copied once', ...spent(country.copy), times(1)],
      ['the same planes read in a plain loop', ...spent(country.scan), times(country.scan.cpuNs / country.copy.cpuNs)],
      ['a new measure: two new thresholds, two known conditions', ...spent(country.newMeasure), ''],
      ['two columns of numbers added up', ...spent(country.twoColumns), ''],
      ['three facts of a company changed in place, all measures', ...spent(country.update), ''],
      ['all facts of a company changed in place', ...spent(country.replace), ''],
      ['building the index from columns, once', ...spent(country.build), ''],
      ['listing who qualifies for what', ...spent(country.listed), ''],
    ],
    notes: [
      `Planes ${figure(country.planeBytes / 2 ** 20)} MB in, ${figure(country.answerBytes / 2 ** 20)} MB of answers out; the copy moves ${figure(country.planeBytes / country.copy.cpuNs)} GB/s.`,
      `${figure(perSecond / 1000)} thousand changed companies a second; ${country.eligiblePairs.toLocaleString('en')} pairs of company and measure qualify.`,
      `${country.compared.toLocaleString('en')} verdicts compared with the tables, before and after the changes.`,
    ],
  }
}

export const detailTables = (measured: Measured): readonly Table[] => [
  peersTable(measured),
  measured.checked.table,
  oursTable(measured),
  askingTable(measured),
  combiningTable(measured),
  countryTable(measured),
  measured.weights.table,
]
