import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKey, type Sameness, sameParty, withinEdits } from './same-party'

const party = {
  name: '湖南测试算力（长沙）有限公司',
  formerNames: ['湖南旧名测试网络有限公司'],
  creditCode: '91430100MA0TEXT01T',
}
const code = party.creditCode

describe('who is on the paper', () => {
  it.each<[what: string, on: { name?: string; code?: string }, sameness: Sameness]>([
    ['名称一样', { name: party.name }, 'same'],
    ['半角括号', { name: '湖南测试算力(长沙)有限公司' }, 'same'],
    ['中间有空格', { name: '湖南测试算力 （长沙） 有限公司' }, 'same'],
    ['没有括号', { name: '湖南测试算力长沙有限公司' }, 'same'],
    ['旧名字', { name: '湖南旧名测试网络有限公司' }, 'same'],
    ['读错一个字', { name: '湖南测试算刀（长沙）有限公司' }, 'near'],
    ['读错两个字', { name: '湖南测式算刀（长沙）有限公司' }, 'near'],
    ['差三个字', { name: '湖北测式算刀（长沙）有限公司' }, 'other'],
    ['少一个字', { name: '湖南测试算力（长沙）有限公' }, 'near'],
    ['别的公司', { name: '株洲测试贸易有限公司' }, 'other'],
    ['读错一个字，代码一样', { name: '湖南测试算刀（长沙）有限公司', code }, 'same'],
    ['名称完全不同，代码一样', { name: '株洲测试贸易有限公司', code }, 'near'],
    ['名称一样，代码不同', { name: party.name, code: '91430100MA0TEXT044' }, 'near'],
    ['名称一样，代码读错一位', { name: party.name, code: '91430100MA0TEXT01Y' }, 'near'],
    ['都不同', { name: '株洲测试贸易有限公司', code: '91440300MA0TEXU04Q' }, 'other'],
    ['代码是小写', { code: code.toLowerCase() }, 'same'],
    ['什么都没有读到', {}, 'unknown'],
  ])('%s', (_, on, sameness) => {
    expect(sameParty(on, party)).toBe(sameness)
  })

  it('short names are not guessed at', () => {
    expect(sameParty({ name: '中测' }, { name: '中试' })).toBe('other')
  })

  it('how a name is written does not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('测', '试', '（', '）', 'Ａ', 'a') }), (name) => {
        expect(nameKey(` ${name} `)).toBe(nameKey(name.normalize('NFKC').toUpperCase()))
      }),
    )
  })
})

/** The textbook's table, to compare with. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

it('counts edits as the textbook does', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 8 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 2 }), (a, b, limit) => {
      expect(withinEdits(a, b, limit)).toBe(distance(a, b) <= limit)
    }),
    { numRuns: 2000 },
  )
})
