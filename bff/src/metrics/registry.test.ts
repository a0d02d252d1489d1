import { describe, expect, it } from 'vitest'
import { openRegistry } from './registry'

describe('the registry', () => {
  it('counts under each set of labels', async () => {
    const registry = openRegistry()
    const counter = registry.counter({ name: 'a_total', help: 'As.' })
    counter.add({ kind: 'one' })
    counter.add({ kind: 'one' }, 2)
    counter.add({ kind: 'two' })
    expect(await registry.text()).toBe(
      '# HELP a_total As.\n# TYPE a_total counter\na_total{kind="one"} 3\na_total{kind="two"} 1\n',
    )
  })

  it('sorts into buckets that hold all below them', async () => {
    const registry = openRegistry()
    const histogram = registry.histogram({ name: 'b_seconds', help: 'Bs.' }, [0.1, 1])
    for (const seconds of [0.1, 0.5, 1, 7]) histogram.observe({}, seconds)
    expect((await registry.text()).split('\n').slice(2, -1)).toEqual([
      'b_seconds_bucket{le="0.1"} 1',
      'b_seconds_bucket{le="1"} 3',
      'b_seconds_bucket{le="+Inf"} 4',
      'b_seconds_sum 8.6',
      'b_seconds_count 4',
    ])
  })

  it('asks gauges when it is read, and leaves out those that fail', async () => {
    const registry = openRegistry()
    let value = 1
    registry.gauge({ name: 'good', help: 'G.' }, () => [{ labels: {}, value }])
    registry.gauge({ name: 'bad', help: 'B.' }, () => Promise.reject(new Error('no')))
    registry.gauge({ name: 'worse', help: 'W.' }, () => {
      throw new Error('no')
    })
    value = 2
    expect(await registry.text()).toBe('# HELP good G.\n# TYPE good gauge\ngood 2\n')
  })

  it('escapes what would end a label', async () => {
    const registry = openRegistry()
    registry.counter({ name: 'c', help: 'two\nlines' }).add({ route: 'a"b\\c\nd' })
    expect(await registry.text()).toBe('# HELP c two lines\n# TYPE c counter\nc{route="a\\"b\\\\c\\nd"} 1\n')
  })
})
