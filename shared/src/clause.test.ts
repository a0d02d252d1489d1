import { describe, expect, it } from 'vitest'
import { clauseWords } from './clause'

describe('a clause', () => {
  it.each([
    ['三', '第三部分'],
    ['四4', '第四部分第4点'],
    ['四(十五)', '第四部分（十五）'],
    ['二(一)4', '第二部分（一）第4点'],
    ['附件2', '附件2'],
    ['GB 32100-2015', 'GB 32100-2015'],
  ])('%s is said %s', (clause, words) => expect(clauseWords(clause)).toBe(words))
})
