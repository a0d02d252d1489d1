import { wan, yi } from '../../money'
import type { Measure } from '../../rules'
import { ceilingNote, formulaNote, handling } from './handling'

/** 二、支持提高算力应用水平 */
export const applications: readonly Measure[] = [
  {
    slug: 'compute-voucher',
    title: '山西算力券',
    clauses: ['二(九)'],
    summary:
      '用山西的算力和配套服务，按算力服务合同金额的20%给算力券，总额最多100万元；牵头参与国家级重大项目或者研发大模型的，按30%，最多200万元。全省每年发放总额不超过5000万元。',
    audience: '用山西算力的企业、高校和科研机构，在哪个省都可以',
    ...handling,
    applyAt: '山西省一体化算力调度和监测平台，申领、发放、兑付都在这个平台办',
    deadline: '文件2026年12月31日到期；每年什么时候申领，以平台的通知为准',
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise', 'university', 'research_institute'], cite: '二(九)' },
      { fact: 'compute.providerRegion', within: '14', cite: '二(九)' },
    ],
    amount: {
      basis: 'formula',
      sum: {
        choose: [
          {
            when: {
              any: [
                { fact: 'compute.leadsNationalProject', is: true },
                { fact: 'compute.developsLargeModel', is: true },
              ],
            },
            sum: { share: 0.3, of: 'compute.contractAmountFen', cap: wan(200) },
          },
        ],
        otherwise: { share: 0.2, of: 'compute.contractAmountFen', cap: wan(100) },
      },
    },
    amountNote: `还要符合山西省算力券管理办法的要求，全省每年一共发放不超过5000万元。${formulaNote}`,
  },
  {
    slug: 'compute-export',
    title: '向省外提供算力奖励',
    clauses: ['二(十)'],
    summary:
      '算力企业一年向省外提供算力服务的合同总额达到2亿元的，按合同总额的2%给奖励，同一家企业一年最高1000万元。出租机架不算在内。',
    audience: '一年省外算力服务合同达到2亿元的山西算力企业',
    ...handling,
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise'], cite: '二(十)' },
      { fact: 'company.region', within: '14', cite: '二(十)' },
      { fact: 'company.activities', hasAny: ['operates_compute'], cite: '二(十)' },
      { fact: 'export.outOfProvinceContractFen', atLeast: yi(2), cite: '二(十)' },
    ],
    amount: {
      basis: 'formula',
      sum: { share: 0.02, of: 'export.outOfProvinceContractFen', cap: wan(1000) },
    },
    amountNote: formulaNote,
  },
  {
    slug: 'application-demo',
    title: '算力应用示范场景奖励',
    clauses: ['二(十一)'],
    summary:
      '用山西的算力，在煤炭、电力、装备制造、金融、医疗、文旅、农业、环保、应急、公共安全等行业做出新应用，被评为优秀示范场景的，给应用方一次性奖励，最多为关键设备和系统软件投入的20%，最高100万元。全省每年评10个。',
    audience: '用山西算力、被评为优秀算力应用示范场景的山西单位',
    ...handling,
    criteria: [
      { fact: 'company.region', within: '14', cite: '二(十一)' },
      { fact: 'award.demoScenario', is: true, cite: '二(十一)' },
      { fact: 'compute.providerRegion', within: '14', cite: '二(十一)' },
    ],
    amount: { basis: 'up_to', sum: { share: 0.2, of: 'project.keyEquipmentSoftwareFen', cap: wan(100) } },
    amountNote: ceilingNote,
  },
]
