import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FormRow, fieldOf, forms, type RowOffers, rowOffers, rowText } from './index'

const contracts = fieldOf(forms.application, 'contracts')
const columns = contracts?.type === 'rows' ? contracts.columns : []
const one = { number: 'HT-1', title: '算力服务合同', totalFen: 40_000_000, ratio: 0.3 }
const two = { number: 'HT-2', title: '算力租用合同', totalFen: 10_000_000, ratio: 0.3 }

describe('what is known of rows that a person filled in', () => {
  it.each<readonly [string, readonly FormRow[], readonly FormRow[], Omit<RowOffers, 'known'>]>([
    ['one cell is another', [{ ...one, totalFen: 1 }], [one], { cells: [{ totalFen: 40_000_000 }], more: [] }],
    ['the same', [one], [one], { cells: [{}], more: [] }],
    [
      'a cell is empty',
      [{ number: 'HT-1' }],
      [{ number: 'HT-1', title: '甲' }],
      { cells: [{ title: '甲' }], more: [] },
    ],
    [
      'rows stand in another order',
      [two, { ...one, totalFen: 1 }],
      [one, two],
      {
        cells: [{}, { totalFen: 40_000_000 }],
        more: [],
      },
    ],
    ['a contract came later', [one], [one, two], { cells: [{}], more: [two] }],
    ['a row was added and is empty', [one, {}], [one, two], { cells: [{}, two], more: [] }],
    ['the number was corrected', [{ ...one, number: 'HT-01' }], [one], { cells: [{ number: 'HT-1' }], more: [] }],
    [
      'what is the same in all rows makes them not the same',
      [{ number: 'X', ratio: 0.3 }],
      [one],
      {
        cells: [{}],
        more: [one],
      },
    ],
    ['a row that only the person has', [one, two], [one], { cells: [{}, {}], more: [] }],
    ['nothing is filled in', [], [one], { cells: [], more: [one] }],
  ])('%s', (_name, own, known, offers) => expect(rowOffers(columns, own, known)).toMatchObject(offers))

  it('tells which rows are known, for where their cells come from', () => {
    expect(rowOffers(columns, [{ number: '自己的' }, one], [one]).known).toEqual([{}, one])
  })

  it('taken as offered, nothing is left to offer', () => {
    const text = fc.constantFrom('a', 'b', 'c', 'd')
    const row = fc.record({ number: text, title: text, totalFen: fc.nat(3) }, { requiredKeys: [] })
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 4 }),
        fc.uniqueArray(row, { maxLength: 4, selector: (r) => r.number }),
        (own, known) => {
          const { cells, more } = rowOffers(columns, own, known)
          const taken = [...own.map((mine, index) => ({ ...mine, ...cells[index] })), ...more]
          for (const theirs of known) expect(taken).toContainEqual(expect.objectContaining(theirs))
        },
      ),
    )
  })

  it('is told without empty cells', () => {
    expect(rowText(columns, { title: '算力服务合同', totalFen: 40_000_000 })).toBe('算力服务合同，40')
  })
})
