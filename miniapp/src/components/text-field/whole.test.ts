import { describe, expect, it } from 'vitest'
import { wholeOf } from './whole'

const NAME = '长沙测试智算科技有限公司'
const LONG = `${NAME}岳麓山第二分公司`

describe('what is said under a box', () => {
  it.each([
    ['nothing of what fits', '长沙市岳麓区', true, undefined],
    ['a name that larger letters cut off on a narrow phone', NAME, true, { text: NAME, narrowOnly: true }],
    ['nothing where it fits', NAME, false, undefined],
    ['a name that no phone shows', LONG, false, { text: LONG, narrowOnly: false }],
    ['a credit code in larger letters', '91430104MA0TEXT1XC', true, { text: '91430104MA0TEXT1XC', narrowOnly: true }],
    ['a telephone number, which is short', '13800000001', true, undefined],
    ['an account in fours', '6222000000000000000', false, { text: '6222 0000 0000 0000 000', narrowOnly: false }],
  ])('%s', (_, text, elder, expected) => expect(wholeOf(text, elder)).toEqual(expected))
})
