import { describe, expect, it } from 'vitest'
import { table, widthOf } from './table'

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['算力券', 6],
    ['12万元', 6],
    ['湘工信〔2026〕168号', 19],
    ['（一）', 6],
    ['　', 2],
    ['✓ A', 3],
    ['𠮷', 2],
  ])('%s takes %i columns', (text, width) => expect(widthOf(text)).toBe(width))
})

describe('table', () => {
  it('puts columns below one another, whatever the script', () => {
    const rows = table([['措施', '金额', '编号'], ['算力券补贴', '最高12万元', 'a/b'], ['ab', '—', ''], ['x']])
    expect(rows).toEqual(['措施        金额        编号', '算力券补贴  最高12万元  a/b', 'ab          —', 'x'])
    expect(table([])).toEqual([])
  })
})
