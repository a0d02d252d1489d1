import { wan, yi } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { exactly, nothing, open, undecidedWithout, upTo } from './outcomes'

const on = '2026-11-21'

/** 二(十), 二(十一) */
export const applicationCases: readonly MeasureCases[] = [
  {
    measure: 'compute-export',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'company.activities': ['operates_compute'],
      'export.outOfProvinceContractFen': yi(3),
    },
    gives: exactly(wan(600)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不运营算力', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '刚好2亿元', change: { 'export.outOfProvinceContractFen': yi(2) }, gives: exactly(wan(400)) },
      { name: '差一分到2亿元', change: { 'export.outOfProvinceContractFen': yi(2) - 1 }, gives: 'ineligible' },
      { name: '0元', change: { 'export.outOfProvinceContractFen': 0 }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.activities'),
      {
        name: '没填省外合同总额',
        change: { 'export.outOfProvinceContractFen': undefined },
        gives: {
          status: 'undetermined',
          minFen: 0,
          maxFen: wan(1000),
          missing: ['export.outOfProvinceContractFen'],
        },
      },
      {
        name: '差一分到5亿元',
        change: { 'export.outOfProvinceContractFen': yi(5) - 1 },
        gives: exactly(wan(1000) - 1),
      },
      { name: '刚好到1000万元上限', change: { 'export.outOfProvinceContractFen': yi(5) }, gives: exactly(wan(1000)) },
      {
        name: '超过上限仍是1000万元',
        change: { 'export.outOfProvinceContractFen': yi(5) + 50 },
        gives: exactly(wan(1000)),
      },
    ],
  },
  {
    measure: 'application-demo',
    on,
    given: {
      'company.region': '140105',
      'award.demoScenario': true,
      'compute.providerRegion': '140212',
      'project.keyEquipmentSoftwareFen': wan(300),
    },
    gives: upTo(wan(60)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '没有评上', change: { 'award.demoScenario': false }, gives: 'ineligible' },
      { name: '用的不是山西的算力', change: { 'compute.providerRegion': '430104' }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'award.demoScenario', 'compute.providerRegion'),
      {
        name: '没填投入',
        change: { 'project.keyEquipmentSoftwareFen': undefined },
        gives: open(wan(100), 'project.keyEquipmentSoftwareFen'),
      },
      { name: '投入0元', change: { 'project.keyEquipmentSoftwareFen': 0 }, gives: nothing },
      {
        name: '差一分到500万元投入',
        change: { 'project.keyEquipmentSoftwareFen': wan(500) - 1 },
        gives: upTo(wan(100) - 1),
      },
      { name: '刚好到100万元上限', change: { 'project.keyEquipmentSoftwareFen': wan(500) }, gives: upTo(wan(100)) },
      {
        name: '超过上限仍是100万元',
        change: { 'project.keyEquipmentSoftwareFen': wan(500) + 5 },
        gives: upTo(wan(100)),
      },
    ],
  },
]
