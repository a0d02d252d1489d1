import { figure, percent, type Table, times } from '../report'
import { type Beside, ceilingOf, coresOf, type Run } from './beside'
import type { Scaling } from './scaling'

const GOAL = 1.8
const OURS = 'ours'

const us = (value: number): string => `${figure(value)} µs`
const aSecond = ({ one, two }: Beside): string => `${figure(one.aSecond)}, ${figure(two.aSecond)} a second`

function limitedRows({ share, limited }: Scaling): readonly (readonly string[])[] {
  return limited
    .filter(({ stack }) => stack === OURS)
    .map((ours) => {
      const others = limited
        .filter(({ stack, what }) => stack !== OURS && what === ours.what)
        .map(({ stack, ratio }) => `, ${stack} ${times(ratio)}`)
      return [
        `two processes beside one on server Postgres, ${percent(share)} of a core each: ${ours.what}, times a second`,
        times(GOAL),
        times(ours.ratio),
        ours.ratio >= GOAL ? 'yes' : 'no',
        `${aSecond(ours)}${others.join('')}`,
      ]
    })
}

function unlimitedRow({ unlimited, cores }: Scaling): readonly string[] {
  const { one, what, ratio } = unlimited
  const rest = { ...one, cpuUs: one.allUs - one.cpuUs }
  return [
    `two processes beside one, as much as there is: ${what}, times a second`,
    '–',
    `${times(ratio)} of ${times(ceilingOf(one, cores))} that ${cores} cores allow`,
    '–',
    `${aSecond(unlimited)}; one process keeps ${figure(coresOf(one))} cores busy, its load and PostgreSQL ${figure(coresOf(rest))}`,
  ]
}

/** For the table of goals. */
export const scalingRows = (scaling: Scaling): readonly (readonly string[])[] => [
  ...limitedRows(scaling),
  unlimitedRow(scaling),
]

/** How much of what they might have had the processes took. */
const taken = (run: Run, given: number): string => percent(coresOf(run) / given)

export function scalingTable(scaling: Scaling): Table {
  const { share, limited, unlimited } = scaling
  const row = (stack: string, what: string, { one, two, ratio }: Beside) => [
    stack,
    what,
    figure(one.aSecond),
    figure(two.aSecond),
    times(ratio),
    us(one.cpuUs),
    us(two.cpuUs),
  ]
  return {
    title: 'One process and two',
    head: [
      'stack',
      'what',
      'one, a second',
      'two',
      'times',
      'CPU a request alone',
      'with the other',
      'of its share taken alone',
      'with the other',
    ],
    rows: [
      ...limited.map((one) => [...row(one.stack, one.what, one), taken(one.one, share), taken(one.two, 2 * share)]),
      [...row(OURS, `${unlimited.what}, without limit`, unlimited), '–', '–'],
    ],
    notes: [
      `Where a process has ${percent(share)} of a core, it is stopped for the rest of each tenth of a second, as a container with a limit is; it is then full long before the machine is. Two of them have periods of different length, so that now they run at the same moment, now they do not.`,
      'What two processes of bare node:http do, which share nothing, is what the machine gives: two that work at the same moment, with load and database beside them, slow each other down.',
      'Without a limit there is no goal: a second process has only what the first one, its load and its database leave. What the cores allow is all of them over what all of that takes with one process.',
    ],
  }
}
