import { expect, it } from 'vitest'
import { csvRows } from './csv'

it.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['"a,b",c\n', [['a,b', 'c']]],
  ['"say ""hi""",x\n', [['say "hi"', 'x']]],
  ['"two\nlines",x\n', [['two\nlines', 'x']]],
  [
    'a,\n\n,b\n',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
])('%j', (text, rows) => {
  expect(csvRows(text)).toEqual(rows)
})
