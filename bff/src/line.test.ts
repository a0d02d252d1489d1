import { describe, expect, it } from 'vitest'
import { openLine } from './line'

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function lineOf(most: number) {
  const line = openLine(most)
  const begun: string[] = []
  return { line, begun, join: (name: string) => line.join(() => void begun.push(name)) }
}

describe('a line', () => {
  it('begins at once whoever comes while few come', async () => {
    const { line, begun, join } = lineOf(2)
    for (const name of ['a', 'b', 'c']) {
      join(name)
      expect([begun.at(-1), line.length()]).toEqual([name, 0])
      await nextTurn()
    }
  })

  it('begins so many a turn of the loop, in the order they came', async () => {
    const { line, begun, join } = lineOf(2)
    for (const name of ['a', 'b', 'c', 'd', 'e']) join(name)
    expect([begun, line.length()]).toEqual([['a', 'b'], 3])
    await nextTurn()
    expect([begun, line.length()]).toEqual([['a', 'b', 'c', 'd'], 1])
    join('f')
    await nextTurn()
    expect([begun, line.length()]).toEqual([['a', 'b', 'c', 'd', 'e', 'f'], 0])
    await nextTurn()
    join('g')
    expect(begun.at(-1)).toBe('g')
  })
})
