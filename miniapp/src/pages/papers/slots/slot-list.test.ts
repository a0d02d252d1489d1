import { describe, expect, it } from 'vitest'
import { moved, toggled } from './slot-list'

describe('papers in a slot', () => {
  it.each([
    ['forward', 'b', -1, ['b', 'a', 'c']],
    ['back', 'b', 1, ['a', 'c', 'b']],
    ['the first one no further', 'a', -1, ['a', 'b', 'c']],
    ['the last one no further', 'c', 1, ['a', 'b', 'c']],
    ['one that is not there', 'x', 1, ['a', 'b', 'c']],
  ] as const)('move %s', (_name, id, by, order) => expect(moved(['a', 'b', 'c'], id, by)).toEqual(order))

  it('go in at the end, and out again', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})
