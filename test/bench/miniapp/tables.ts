import type { Packages } from '../../weapp/packages'
import { type Interaction, ofOnePress } from '../../weapp/questionnaire'
import { median } from '../clock'
import { duration, figure, type Table, times } from '../report'
import type { Weights } from '../rules/weight'
import type { InUse } from './restart'
import type { ColdStart } from './service'

const KB = 1024
const kb = (bytes: number): string => `${figure(bytes / KB)} KB`
const ms = (value: number): string => duration(value * 1e6)

type Starts = Readonly<Record<'jitless' | 'jit', readonly ColdStart[]>>

interface Measured {
  readonly packages: Packages
  readonly weight: Weights
  readonly starts: Starts
  readonly use: InUse
  readonly load: number
}

const KINDS: Readonly<Record<Interaction['kind'], string>> = {
  open: 'opening the questionnaire',
  answer: 'an answer',
  'next screen': 'the next screen of questions',
  results: 'opening the results',
}

const largest = (walk: readonly Interaction[], kind: Interaction['kind']): number =>
  Math.max(...walk.filter((one) => one.kind === kind).map(ofOnePress))

/** Pages open in pieces: nothing is seen until the first has gone over, and nothing pressed while one goes. */
const opened = (walk: readonly Interaction[]): number =>
  Math.max(...walk.filter(({ kind }) => kind === 'open' || kind === 'results').map((one) => one.largest))

function goal(what: string, limit: number, measured: number): readonly string[] {
  return [what, `≤ ${kb(limit)}`, kb(measured), times(measured / limit), measured <= limit ? 'yes' : 'no']
}

export function goalTable({ packages, weight, starts, use, load }: Measured): Table {
  const started = median(use.restartMs)
  return {
    title: 'Goals',
    head: ['what', 'goal', 'measured', 'of the goal', 'met'],
    rows: [
      goal('main package', 600 * KB, packages.main),
      goal('all packages', 1536 * KB, packages.whole),
      goal('setData, an answer, the largest', 4 * KB, largest(use.walk, 'answer')),
      goal('setData, the next screen, the largest', 4 * KB, largest(use.walk, 'next screen')),
      goal('setData, a page of questions or results that opens, the largest piece', 4 * KB, opened(use.walk)),
      goal('engine and rules, gzipped', 12 * KB, weight.decides),
      ['engine and catalogue with all that people read, gzipped', '–', kb(weight.carried), '–', '–'],
      [
        'second start without network, to usable',
        'works',
        `${ms(started)} in the harness`,
        '–',
        use.wentOn ? 'yes' : 'no',
      ],
      [
        'cold start without JIT, processor time to the first page',
        '–',
        ms(median(starts.jitless.map(({ codeMs, pageMs }) => codeMs + pageMs))),
        '–',
        '–',
      ],
    ],
    notes: [
      `Load average ${figure(load)}: the time of the second start is wall time, and holds the browser and the framework’s compiling too.`,
      'A place is chosen with several presses; each counts for itself.',
    ],
  }
}

export const packageTable = ({ each, whole }: Packages): Table => ({
  title: 'Packages as they are uploaded',
  head: ['package', 'KB'],
  rows: [...each, ['whole', whole] as const].map(([name, bytes]) => [name, figure(bytes / KB)]),
})

export const setDataTable = (walk: readonly Interaction[]): Table => ({
  title: 'From the service to the view, the whole questionnaire',
  head: ['interaction', 'times', 'median bytes', 'largest', 'which'],
  rows: (['open', 'answer', 'next screen', 'results'] as const).map((kind) => {
    const own = walk.filter((one) => one.kind === kind)
    const most = own.reduce<Interaction | undefined>(
      (found, one) => (found !== undefined && ofOnePress(found) >= ofOnePress(one) ? found : one),
      undefined,
    )
    return [
      KINDS[kind],
      String(own.length),
      figure(median(own.map(ofOnePress))),
      most === undefined ? '–' : figure(ofOnePress(most)),
      most?.name ?? '–',
    ]
  }),
  notes: ['JSON of every setData, of the page and of its parts, until all is drawn.'],
})

export const coldStartTable = (starts: Starts): Table => ({
  title: 'Cold start of the service thread, processor time',
  head: ['Node', 'code of the app and its first page', 'data of the first page', 'together', 'least', 'bytes sent'],
  rows: (['jitless', 'jit'] as const).map((name) => {
    const all = starts[name]
    const whole = all.map(({ codeMs, pageMs }) => codeMs + pageMs)
    return [
      name === 'jitless' ? 'without JIT, as on iOS' : 'with JIT',
      ms(median(all.map(({ codeMs }) => codeMs))),
      ms(median(all.map(({ pageMs }) => pageMs))),
      ms(median(whole)),
      ms(Math.min(...whole)),
      String(all[0]?.bytes ?? '–'),
    ]
  }),
  notes: ['A fresh process each; a `wx` that has nothing stored and never answers.'],
})
