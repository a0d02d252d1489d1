import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ruleWeights, weightsAmong } from '../../miniapp/config/weight/weight'

const text = (letter: string, length: number): string => letter.repeat(length)

describe('what the engine weighs in the built mini-program', () => {
  test('its own modules count whole, those of pages and of other parts not at all', () => {
    const { engine, files } = weightsAmong([
      { text: text('a', 300), parts: [{ file: 'decision/engine.ts', bytes: 700 }] },
      { text: text('b', 100), parts: [{ file: 'money.ts', bytes: 200 }] },
      { text: text('c', 900), parts: [{ file: 'papers/paper.ts', bytes: 900 }] },
      { text: text('d', 900), parts: [{ bytes: 900 }] },
    ])
    expect(engine.plain).toBe(400)
    expect(engine.gzipped).toBe(gzipSync(text('a', 300) + text('b', 100), { level: 9 }).length)
    expect(files).toEqual([
      ['decision/engine.ts', 300],
      ['money.ts', 100],
    ])
  })

  test('of a module that holds a page too, the engine has its share', () => {
    const { engine, catalogue } = weightsAmong([
      {
        text: text('a', 1000),
        parts: [{ file: 'rules/what-if.ts', bytes: 300 }, { file: 'policies/groups.ts', bytes: 100 }, { bytes: 600 }],
      },
    ])
    expect(engine.plain).toBe(300)
    expect(catalogue.plain).toBe(100)
  })

  test('the rules weigh without the sentences: about a third of the catalogue', () => {
    expect(weightsAmong([]).rules.plain).toBeGreaterThan(10_000)
    expect(weightsAmong([]).rules.plain).toBeLessThan(50_000)
  })

  test('the build has told where every part of the engine stands', () => {
    const { files, engine, decides, rules } = ruleWeights()
    const named = files.map(([file]) => file)
    for (const file of ['decision/engine.ts', 'decision/session.ts', 'decision/questions.ts', 'rules/masks.ts'])
      expect(named).toContain(file)
    expect(decides.plain).toBe(engine.plain + rules.plain)
  })
})
