import { expect, it } from 'vitest'
import type { FactTable } from '../facts'
import { wan } from '../money'
import type { Condition } from './condition'
import { explainCondition } from './explain'
import { shortfallOf } from './shortfall'

const facts: FactTable = {
  'compute.annualPurchaseFen': { type: 'fen', label: '一年买算力的费用', question: '' },
  'facility.pue': { type: 'number', label: 'PUE', question: '', unit: '', step: 0.01 },
  'finance.revenueGrowthAvg2Years': { type: 'ratio', label: '近两年平均增速', question: '', signed: true },
  'company.resold': { type: 'bool', label: '转卖', question: '', yes: '转卖了', no: '没有转卖' },
  'company.region': { type: 'code', label: '所在地', question: '' },
  'company.kind': {
    type: 'one of',
    label: '单位类型',
    question: '',
    options: { enterprise: '企业', university: '高校' },
  },
  'compute.serviceEnd': { type: 'date', label: '服务结束日', question: '' },
}
const words = { facts, areas: { '43': '湖南省' } }
const condition = (json: unknown) => json as Condition

it.each([
  [{ fact: 'compute.annualPurchaseFen', atLeast: wan(5) }, '一年买算力的费用不低于5万元'],
  [{ fact: 'facility.pue', atMost: 1.3 }, 'PUE不高于1.3'],
  [{ fact: 'facility.pue', lessThan: 1.18 }, 'PUE低于1.18'],
  [{ fact: 'finance.revenueGrowthAvg2Years', moreThan: 0.15 }, '近两年平均增速超过15%'],
  [{ fact: 'company.resold', is: false }, '没有转卖'],
  [{ fact: 'company.region', within: '43' }, '所在地在湖南省'],
  [{ fact: 'company.kind', oneOf: ['enterprise', 'university'] }, '单位类型是企业或高校'],
  [{ fact: 'compute.serviceEnd', onOrBefore: '2028-10-26' }, '服务结束日不晚于2028年10月26日'],
  [
    {
      any: [
        { fact: 'company.resold', is: false },
        {
          all: [
            { fact: 'facility.pue', atMost: 1.3 },
            { fact: 'company.kind', oneOf: ['enterprise'] },
          ],
        },
      ],
    },
    '没有转卖，或者PUE不高于1.3且单位类型是企业',
  ],
])('%j reads %s', (json, text) => {
  expect(explainCondition(condition(json), words)).toBe(text)
})

it.each([
  [{ fact: 'compute.annualPurchaseFen', atLeast: wan(5) }, { 'compute.annualPurchaseFen': wan(4) }, wan(5)],
  [{ fact: 'compute.annualPurchaseFen', moreThan: wan(5) }, { 'compute.annualPurchaseFen': wan(5) }, wan(5) + 1],
  [{ fact: 'facility.pue', atMost: 1.3 }, { 'facility.pue': 1.4 }, 1.3],
  [{ fact: 'facility.pue', lessThan: 1.18 }, { 'facility.pue': 1.18 }, 1.17],
  [{ fact: 'finance.revenueGrowthAvg2Years', moreThan: 0.15 }, { 'finance.revenueGrowthAvg2Years': 0.15 }, 0.1501],
  [{ fact: 'compute.serviceEnd', onOrBefore: '2028-10-26' }, { 'compute.serviceEnd': '2028-11-01' }, '2028-10-26'],
])('%j with %j falls short: %s is needed', (json, given, needed) => {
  const [fact, value] = Object.entries(given)[0] ?? []
  expect(shortfallOf(condition(json), facts, given)).toEqual({ fact, needed, given: value })
})

it('says nothing of a shortfall where a word, not a number, stands in the way', () => {
  expect(
    shortfallOf(condition({ fact: 'company.kind', oneOf: ['enterprise'] }), facts, { 'company.kind': 'university' }),
  ).toBeUndefined()
})
