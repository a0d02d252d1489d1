import { describe, expect, it } from 'vitest'
import { beside, ceilingOf, coresOf, type Run } from './beside'

const run = (aSecond: number, cpuUs = 1_000, allUs = 1_500): Run => ({ aSecond, cpuUs, allUs })

describe('two processes beside one', () => {
  it('are compared over all rounds, for each of the two is alone in some of them', () => {
    const found = beside([
      { one: run(100), two: run(190) },
      { one: run(50), two: run(100) },
      { one: run(200), two: run(340) },
    ])
    expect([found.one.aSecond, found.two.aSecond, found.ratio]).toEqual([100, 190, 1.8])
  })

  it('show how many cores they kept busy', () => {
    expect(coresOf(run(240, 500))).toBeCloseTo(0.12)
  })

  it.each([
    // Half of the machine is taken: twice as much is possible.
    [800, 1_250, 2, 2],
    [1_000, 1_250, 2, 1.6],
    [1_000, 1_250, 8, 6.4],
    // Nothing is left.
    [2_000, 1_000, 2, 1],
  ])('%i a second at %i µs of everything, %i cores: × %f at most', (aSecond, allUs, cores, ceiling) => {
    expect(ceilingOf(run(aSecond, 900, allUs), cores)).toBeCloseTo(ceiling)
  })
})
