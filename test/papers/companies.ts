import { checkCharacter } from '@suanhui/shared/credit-code'
import type { Random } from './random'

/** A company that does not exist; its code has a right check digit. */
export interface TestCompany {
  readonly name: string
  readonly code: string
}

const AREAS = ['430102', '430111', '430104', '430211', '110108', '310115', '440305', '330106', '510107']
const CITIES = ['长沙', '株洲', '湘潭', '衡阳', '北京', '上海', '深圳', '杭州', '成都']
const WORDS = ['云帆', '恒远', '鼎新', '博睿', '青禾', '天衡', '瀚海', '启明', '华信', '深蓝', '泽宇', '晨曦', '九章']
const TRADES = ['智算科技', '信息技术', '数据服务', '人工智能科技', '网络科技', '智能制造', '软件开发', '新材料']
const FORMS = ['有限公司', '有限公司', '股份有限公司', '有限责任公司']

export function testCode(random: Random): string {
  const body = Array.from({ length: 8 }, () => random.pick([...'0123456789MAFLT'])).join('')
  const first = `91${random.pick(AREAS)}${body}${random.pick([...'0123456789X'])}`
  return first + checkCharacter(first)
}

/** 测试 stands in every name, so that nobody takes it for a real one. */
export const testCompany = (random: Random): TestCompany => ({
  name: `${random.pick(CITIES)}测试${random.pick(WORDS)}${random.pick(TRADES)}${random.pick(FORMS)}`,
  code: testCode(random),
})

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙']
const GIVEN = ['测试', '样例', '晓明', '志强', '文博', '雨欣']

export const testPerson = (random: Random): string => random.pick(SURNAMES) + random.pick(GIVEN)
