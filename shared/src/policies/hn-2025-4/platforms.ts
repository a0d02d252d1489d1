import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省科技厅、省工业和信息化厅、省发展改革委分工负责'
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '六' }

const innovationPlatform: Measure = {
  slug: 'innovation-platform',
  title: '国家级创新平台支持',
  clauses: ['六'],
  summary:
    '国家重大科技基础设施、重点实验室、技术创新中心、制造业创新中心、企业技术中心等平台落户湖南或者获批，按有关政策给支持。文件没有写金额。',
  audience: '在湖南建成或获批国家级创新平台的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'platform.role', oneOf: ['national_innovation_platform'], cite: '六' }],
  amount: { basis: 'unspecified' },
}

const industryCluster: Measure = {
  slug: 'industry-cluster',
  title: '特色产业集群支持',
  clauses: ['六'],
  summary: '申报并获批国家级、省级绿色智能计算特色产业集群的，按有关政策给支持。文件没有写金额。',
  audience: '申报特色产业集群的地方政府和园区管理机构',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['government_body'], cite: '六' },
    inHunan,
    { fact: 'cluster.approved', is: true, cite: '六' },
  ],
  amount: { basis: 'unspecified' },
}

const ecosystemCentre: Measure = {
  slug: 'ecosystem-centre',
  title: '生态创新中心建设补助',
  clauses: ['六'],
  summary: '湖南省计算产业生态创新中心新建成并投入运行，按固定资产投资给补助，最多20%，最高500万元。',
  audience: '“鹏腾”等各类生态创新中心的建设单位',
  ...leftOpen,
  handledBy,
  criteria: [
    inHunan,
    { fact: 'platform.role', oneOf: ['ecosystem_centre'], cite: '六' },
    { fact: 'platform.newlyOperating', is: true, cite: '六' },
  ],
  amount: {
    basis: 'up_to',
    sum: { share: 0.2, of: 'platform.fixedAssetInvestmentFen', cap: wan(500) },
  },
  amountNote: ceiling,
}

const ecosystemCentreRanking: Measure = {
  slug: 'ecosystem-centre-ranking',
  title: '生态创新中心排名奖励',
  clauses: ['六'],
  summary: '总体运行效果排在前三名的生态创新中心，按名次分档给奖励，最高100万元。',
  audience: '运行效果排前三名的生态创新中心',
  ...leftOpen,
  handledBy,
  criteria: [
    inHunan,
    { fact: 'platform.role', oneOf: ['ecosystem_centre'], cite: '六' },
    { fact: 'platform.performanceRank', atMost: 3, cite: '六' },
    // There is no rank 0.
    { fact: 'platform.performanceRank', atLeast: 1, cite: '六' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: '这是上限，不是承诺。每个名次给多少文件没有写，由主管部门确定。',
}

export const platformMeasures: readonly Measure[] = [
  innovationPlatform,
  industryCluster,
  ecosystemCentre,
  ecosystemCentreRanking,
]
