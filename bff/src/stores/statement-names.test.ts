import { describe, expect, it } from 'vitest'
import { StatementNames } from './statement-names'

describe('names of statements', () => {
  it('one for each text, and always the same', () => {
    const names = new StatementNames()
    const [a, b] = [names.nameOf('select $1::int'), names.nameOf('select $1::text')]
    expect(a).toBeDefined()
    expect(b).not.toBe(a)
    expect(names.nameOf('select $1::int')).toBe(a)
  })

  it('another after it was renamed, which nothing had before', () => {
    const names = new StatementNames()
    const before = [names.nameOf('select $1::int'), names.nameOf('select $1::text')]
    const renamed = names.rename('select $1::int')
    expect(before).not.toContain(renamed)
    expect(names.nameOf('select $1::int')).toBe(renamed)
  })

  it('for so many texts, however many come: what a connection keeps is bounded', () => {
    const names = new StatementNames()
    const given = Array.from({ length: 2_000 }, (_, n) => names.nameOf(`select $1 = ${n}`))
    expect(given[0]).toBe(names.nameOf('select $1 = 0'))
    expect(new Set(given).size).toBeLessThanOrEqual(501)
    expect(given.at(-1)).toBeUndefined()
  })
})
