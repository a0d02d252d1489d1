import { factDefinitions } from '@suanhui/shared/facts'
import { describe, expect, it } from 'vitest'
import { topicsOf } from './topics'

describe('topics', () => {
  it('hold every fact once, and none of today’s stands under 其他', () => {
    const topics = topicsOf(factDefinitions, () => true)
    expect(topics.flatMap((topic) => topic.facts).sort()).toEqual(Object.keys(factDefinitions).sort())
    expect(topics.map((topic) => topic.title)).not.toContain('其他')
  })

  it('take in a fact of a kind that is new', () => {
    expect(topicsOf({ 'tax.grade': {} }, () => true)).toEqual([{ title: '其他', facts: ['tax.grade'] }])
  })
})
