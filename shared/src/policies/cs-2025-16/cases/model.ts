import { wan, yuan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, nothing, open, refused, upTo } from './outcomes'

/** The smallest fee of which 30% comes to 1,000,000 yuan: 3,333,333.34 yuan. */
const feeAtCap = yuan(3_333_333.34)

export const modelCases: readonly MeasureCases[] = [
  {
    measure: 'vertical-model',
    on: '2026-11-21',
    given: {
      'company.kind': 'enterprise',
      'company.region': '430104',
      'model.kind': 'vertical',
      'model.builtOnFiledModel': true,
      'model.cacRegistered': true,
      'model.ownIp': true,
      'model.purchaseFeeAnnualFen': wan(100),
    },
    gives: eligible(upTo(wan(30))),
    cases: [
      { name: '工业智能体', change: { 'model.kind': 'industrial_agent' }, gives: eligible(upTo(wan(30))) },
      { name: '高校', change: { 'company.kind': 'university' }, gives: refused },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: open(upTo(wan(30)), 'company.kind') },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(30)), 'company.region') },
      { name: '做的是通用大模型', change: { 'model.kind': 'general' }, gives: refused },
      { name: '没有做模型', change: { 'model.kind': 'none' }, gives: refused },
      { name: '没说做什么模型', change: { 'model.kind': undefined }, gives: open(upTo(wan(30)), 'model.kind') },
      { name: '用的模型没有备案', change: { 'model.builtOnFiledModel': false }, gives: refused },
      {
        name: '不知道用的模型备案没有',
        change: { 'model.builtOnFiledModel': null },
        gives: open(upTo(wan(30)), 'model.builtOnFiledModel'),
      },
      { name: '没有在国家网信办登记', change: { 'model.cacRegistered': false }, gives: refused },
      {
        name: '没说登记了没有',
        change: { 'model.cacRegistered': undefined },
        gives: open(upTo(wan(30)), 'model.cacRegistered'),
      },
      { name: '没有自主知识产权', change: { 'model.ownIp': false }, gives: refused },
      {
        name: '没说有没有自主知识产权',
        change: { 'model.ownIp': undefined },
        gives: open(upTo(wan(30)), 'model.ownIp'),
      },
      {
        name: '没填一年买模型花多少',
        change: { 'model.purchaseFeeAnnualFen': undefined },
        gives: eligible(upTo(wan(100)), 'model.purchaseFeeAnnualFen'),
      },
      {
        name: '说不清一年买模型花多少',
        change: { 'model.purchaseFeeAnnualFen': null },
        gives: eligible(upTo(wan(100)), 'model.purchaseFeeAnnualFen'),
      },
      { name: '没有花钱买模型', change: { 'model.purchaseFeeAnnualFen': 0 }, gives: nothing },
      { name: '只花了3分，算出来不到1分', change: { 'model.purchaseFeeAnnualFen': 3 }, gives: nothing },
      { name: '花了4分', change: { 'model.purchaseFeeAnnualFen': 4 }, gives: eligible(upTo(1)) },
      {
        name: '刚好到100万元上限',
        change: { 'model.purchaseFeeAnnualFen': feeAtCap },
        gives: eligible(upTo(wan(100))),
      },
      {
        name: '差一分到上限',
        change: { 'model.purchaseFeeAnnualFen': feeAtCap - 1 },
        gives: eligible(upTo(wan(100) - 1)),
      },
      {
        name: '超过上限仍是100万元',
        change: { 'model.purchaseFeeAnnualFen': feeAtCap + 4 },
        gives: eligible(upTo(wan(100))),
      },
      {
        name: '什么都没说',
        change: {
          'company.kind': undefined,
          'company.region': undefined,
          'model.kind': undefined,
          'model.builtOnFiledModel': undefined,
          'model.cacRegistered': undefined,
          'model.ownIp': undefined,
          'model.purchaseFeeAnnualFen': undefined,
        },
        gives: open(
          upTo(wan(100)),
          'company.kind',
          'company.region',
          'model.kind',
          'model.builtOnFiledModel',
          'model.cacRegistered',
          'model.ownIp',
          'model.purchaseFeeAnnualFen',
        ),
      },
      {
        name: '没有登记，别的都没说',
        change: {
          'company.kind': undefined,
          'company.region': undefined,
          'model.kind': undefined,
          'model.builtOnFiledModel': undefined,
          'model.cacRegistered': false,
          'model.ownIp': undefined,
          'model.purchaseFeeAnnualFen': undefined,
        },
        gives: refused,
      },
    ],
  },
]
