import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { exactly, nothing, open, undecidedWithout } from './outcomes'

const on = '2026-11-21'

/** The rate is not known yet: from the sum at 20% to the sum at 30%. */
const flagsUnknown = { 'compute.leadsNationalProject': undefined, 'compute.developsLargeModel': undefined } as const

/** 二(九) */
export const computeVoucherCases: readonly MeasureCases[] = [
  {
    measure: 'compute-voucher',
    on,
    given: {
      'company.kind': 'enterprise',
      'compute.providerRegion': '140105',
      'compute.contractAmountFen': wan(100),
      'compute.leadsNationalProject': false,
      'compute.developsLargeModel': false,
    },
    gives: exactly(wan(20)),
    cases: [
      { name: '公司在深圳，照样可以', change: { 'company.region': '440305' }, gives: exactly(wan(20)) },
      { name: '高校', change: { 'company.kind': 'university' }, gives: exactly(wan(20)) },
      { name: '科研机构', change: { 'company.kind': 'research_institute' }, gives: exactly(wan(20)) },
      { name: '协会', change: { 'company.kind': 'industry_organization' }, gives: 'ineligible' },
      { name: '政府部门', change: { 'company.kind': 'government_body' }, gives: 'ineligible' },
      { name: '用的不是山西的算力', change: { 'compute.providerRegion': '430104' }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'compute.providerRegion'),
      {
        name: '牵头国家级重大项目，按30%',
        change: { 'compute.leadsNationalProject': true },
        gives: exactly(wan(30)),
      },
      { name: '研发大模型，按30%', change: { 'compute.developsLargeModel': true }, gives: exactly(wan(30)) },
      {
        name: '研发大模型，别的不知道，已经是30%',
        change: { 'compute.leadsNationalProject': undefined, 'compute.developsLargeModel': true },
        gives: exactly(wan(30)),
      },
      {
        name: '两样都不知道',
        change: flagsUnknown,
        gives: {
          status: 'eligible',
          minFen: wan(20),
          maxFen: wan(30),
          missing: ['compute.leadsNationalProject', 'compute.developsLargeModel'],
        },
      },
      {
        name: '不研发大模型，不知道有没有国家级项目',
        change: { 'compute.leadsNationalProject': null },
        gives: {
          status: 'eligible',
          minFen: wan(20),
          maxFen: wan(30),
          missing: ['compute.leadsNationalProject'],
        },
      },
      {
        name: '没有国家级项目，不知道研不研发大模型',
        change: { 'compute.developsLargeModel': undefined },
        gives: { status: 'eligible', minFen: wan(20), maxFen: wan(30), missing: ['compute.developsLargeModel'] },
      },
      {
        name: '两样都不知道，两档都超过上限',
        change: { ...flagsUnknown, 'compute.contractAmountFen': wan(1000) },
        gives: {
          status: 'eligible',
          minFen: wan(100),
          maxFen: wan(200),
          missing: ['compute.leadsNationalProject', 'compute.developsLargeModel'],
        },
      },
      {
        name: '没填合同金额',
        change: { 'compute.contractAmountFen': undefined },
        gives: open(wan(100), 'compute.contractAmountFen'),
      },
      {
        name: '研发大模型，没填合同金额',
        change: { 'compute.developsLargeModel': true, 'compute.contractAmountFen': undefined },
        gives: open(wan(200), 'compute.contractAmountFen'),
      },
      {
        name: '合同金额和两样都不知道',
        change: { ...flagsUnknown, 'compute.contractAmountFen': undefined },
        gives: open(
          wan(200),
          'compute.contractAmountFen',
          'compute.leadsNationalProject',
          'compute.developsLargeModel',
        ),
      },
      { name: '合同0元', change: { 'compute.contractAmountFen': 0 }, gives: nothing },
      {
        name: '合同4分，30%才够一分，两样都不知道',
        change: { ...flagsUnknown, 'compute.contractAmountFen': 4 },
        gives: {
          status: 'undetermined',
          minFen: 0,
          maxFen: 1,
          missing: ['compute.leadsNationalProject', 'compute.developsLargeModel'],
        },
      },
      { name: '合同0元，两样都不知道', change: { ...flagsUnknown, 'compute.contractAmountFen': 0 }, gives: nothing },
      {
        name: '差一分到500万元合同',
        change: { 'compute.contractAmountFen': wan(500) - 1 },
        gives: exactly(wan(100) - 1),
      },
      { name: '刚好到100万元上限', change: { 'compute.contractAmountFen': wan(500) }, gives: exactly(wan(100)) },
      { name: '超过上限仍是100万元', change: { 'compute.contractAmountFen': wan(500) + 5 }, gives: exactly(wan(100)) },
      {
        name: '30%，差一分到200万元上限',
        change: { 'compute.developsLargeModel': true, 'compute.contractAmountFen': 666_666_666 },
        gives: exactly(wan(200) - 1),
      },
      {
        name: '30%，刚好到200万元上限',
        change: { 'compute.developsLargeModel': true, 'compute.contractAmountFen': 666_666_667 },
        gives: exactly(wan(200)),
      },
      {
        name: '30%，超过上限仍是200万元',
        change: { 'compute.developsLargeModel': true, 'compute.contractAmountFen': wan(1000) },
        gives: exactly(wan(200)),
      },
    ],
  },
]
