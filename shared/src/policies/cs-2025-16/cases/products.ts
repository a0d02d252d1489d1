import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, exactly, nothing, open, refused, upTo } from './outcomes'

export const productCases: readonly MeasureCases[] = [
  {
    measure: 'smart-hardware',
    on: '2026-11-21',
    given: {
      'company.region': '430104',
      'product.smartHardwareNew': true,
      'product.salesIncreaseFen': wan(500),
    },
    gives: eligible(exactly(wan(50))),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(exactly(wan(50))) },
      { name: '浏阳也在长沙', change: { 'company.region': '430181' }, gives: eligible(exactly(wan(50))) },
      { name: '在株洲', change: { 'company.region': '430211' }, gives: refused },
      {
        name: '没说在哪里',
        change: { 'company.region': undefined },
        gives: open(exactly(wan(50)), 'company.region'),
      },
      { name: '不是智能硬件新产品', change: { 'product.smartHardwareNew': false }, gives: refused },
      {
        name: '没说是不是智能硬件新产品',
        change: { 'product.smartHardwareNew': undefined },
        gives: open(exactly(wan(50)), 'product.smartHardwareNew'),
      },
      {
        name: '说不清是不是智能硬件新产品',
        change: { 'product.smartHardwareNew': null },
        gives: open(exactly(wan(50)), 'product.smartHardwareNew'),
      },
      {
        name: '没填销售增加多少',
        change: { 'product.salesIncreaseFen': undefined },
        gives: eligible(upTo(wan(200)), 'product.salesIncreaseFen'),
      },
      {
        name: '说不清销售增加多少',
        change: { 'product.salesIncreaseFen': null },
        gives: eligible(upTo(wan(200)), 'product.salesIncreaseFen'),
      },
      { name: '销售没有增加', change: { 'product.salesIncreaseFen': 0 }, gives: nothing },
      { name: '销售只增加9分，算出来不到1分', change: { 'product.salesIncreaseFen': 9 }, gives: nothing },
      { name: '销售增加10分', change: { 'product.salesIncreaseFen': 10 }, gives: eligible(exactly(1)) },
      {
        name: '不足一分的舍去',
        change: { 'product.salesIncreaseFen': wan(500) + 9 },
        gives: eligible(exactly(wan(50))),
      },
      {
        name: '销售增加2000万元，刚好到200万元上限',
        change: { 'product.salesIncreaseFen': wan(2000) },
        gives: eligible(exactly(wan(200))),
      },
      {
        name: '差一分到2000万元',
        change: { 'product.salesIncreaseFen': wan(2000) - 1 },
        gives: eligible(exactly(wan(200) - 1)),
      },
      {
        name: '超过上限一分钱，仍是200万元',
        change: { 'product.salesIncreaseFen': wan(2000) + 10 },
        gives: eligible(exactly(wan(200))),
      },
      {
        name: '什么都没说',
        change: {
          'company.region': undefined,
          'product.smartHardwareNew': undefined,
          'product.salesIncreaseFen': undefined,
        },
        gives: open(upTo(wan(200)), 'company.region', 'product.smartHardwareNew', 'product.salesIncreaseFen'),
      },
      { name: '政策公布前一天', change: {}, on: '2025-12-18', gives: 'inactive' },
      { name: '政策公布当天', change: {}, on: '2025-12-19', gives: 'eligible' },
      { name: '政策最后一天', change: {}, on: '2028-12-18', gives: 'eligible' },
      { name: '政策到期后一天', change: {}, on: '2028-12-19', gives: 'inactive' },
    ],
  },
  {
    measure: 'ai-software-first-sale',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'product.aiSoftwareFirstCommercial': true, 'product.ownIp': true },
    gives: eligible(upTo(wan(200))),
    cases: [
      { name: '科研机构也可以', change: { 'company.kind': 'research_institute' }, gives: eligible(upTo(wan(200))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(200)), 'company.region') },
      { name: '软件还没有第一次商用', change: { 'product.aiSoftwareFirstCommercial': false }, gives: refused },
      {
        name: '没说软件商用没有',
        change: { 'product.aiSoftwareFirstCommercial': undefined },
        gives: open(upTo(wan(200)), 'product.aiSoftwareFirstCommercial'),
      },
      { name: '没有自主知识产权', change: { 'product.ownIp': false }, gives: refused },
      {
        name: '没说有没有自主知识产权',
        change: { 'product.ownIp': undefined },
        gives: open(upTo(wan(200)), 'product.ownIp'),
      },
      {
        name: '还没有商用，别的都没说',
        change: {
          'company.region': undefined,
          'product.aiSoftwareFirstCommercial': false,
          'product.ownIp': undefined,
        },
        gives: refused,
      },
    ],
  },
]
