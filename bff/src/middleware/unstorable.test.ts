import { describe, expect, it } from 'vitest'
import { unstorableFields } from './unstorable'

const fieldsOf = (value: unknown): readonly string[] => unstorableFields(value).map(({ field }) => field)

describe('what cannot be kept', () => {
  it.each([
    ['a NUL', { name: 'a\0b' }, ['name']],
    ['half a character', { name: 'a\ud800' }, ['name']],
    ['halves the wrong way round', { name: '\udc00\ud800' }, ['name']],
    ['deep inside', { ok: 1, lines: [{ cells: ['\0', 'fine'] }] }, ['lines']],
    ['in a key', { fields: { 'a\0': 1 } }, ['fields']],
    ['in a key at the top', { 'a\0': 1 }, ['body']],
    ['in a list', ['\0'], ['body']],
    ['alone', '\0', ['body']],
  ])('%s is found', (_, value, fields) => {
    expect(fieldsOf(value)).toEqual(fields)
  })

  it('is not what people write: rare characters, emoji, line breaks', () => {
    expect(fieldsOf({ name: '䶮𠮷👨‍👩‍👧\n\t', list: [1, null, true] })).toEqual([])
  })

  it('is looked for without getting lost in the depth', () => {
    let deep: unknown = '\0'
    for (let level = 0; level < 100_000; level += 1) deep = [deep]
    expect(fieldsOf({ deep })).toEqual(['deep'])
  })
})
