import { expect, it } from 'vitest'
import { chineseAmount } from './chinese-amount'

it.each([
  ['壹仟贰佰叁拾肆圆伍角陆分', 123_456],
  ['价税合计（大写）⊗贰万陆仟壹佰捌拾捌圆陆角陆分', 2_618_866],
  ['人民币壹拾肆万捌仟柒佰零壹圆零捌分', 14_870_108],
  ['壹亿零叁拾元整', 10_000_003_000],
  ['贰佰万元整', 200_000_000],
  ['拾圆整', 1000],
  ['一百二十元正', 12_000],
  ['伍拾 圆 整', 5000],
  ['叁拾圆零伍分', 3005],
  ['壹圆叁角整', 130],
  ['合同一式肆份', undefined],
  ['三十分钟', undefined],
  ['', undefined],
])('%s is %s fen', (text, fen) => {
  expect(chineseAmount(text)).toBe(fen)
})
