import { describe, expect, it } from 'vitest'
import { wholeOf } from './whole'

const NAME = '长沙测试智算科技有限公司'

describe('what is said under a box', () => {
  it.each([
    ['nothing of what fits', '长沙市岳麓区', true, undefined],
    ['a name that only larger letters cut off', NAME, true, NAME],
    ['nothing where it fits', NAME, false, undefined],
    ['a longer name', `${NAME}岳麓山第二分公司`, false, `${NAME}岳麓山第二分公司`],
    ['a credit code in larger letters', '91430104MA0TEXT1XC', true, '91430104MA0TEXT1XC'],
    ['a telephone number, which is short', '13800000001', true, undefined],
    ['an account in fours', '6222000000000000000', false, '6222 0000 0000 0000 000'],
  ])('%s', (_, text, elder, expected) => expect(wholeOf(text, elder)).toBe(expected))
})
