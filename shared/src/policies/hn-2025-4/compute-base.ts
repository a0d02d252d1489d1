import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省工业和信息化厅、省发展改革委、省通信管理局、省数据局分工负责'
const facilityInHunan: Criterion = { fact: 'facility.region', within: '43', cite: '一' }
const higherOnly = '同一个设施不重复补，有几项可以选时按高的算。'

const megaComputeCentre: Measure = {
  slug: 'mega-compute-centre',
  title: '重大智算中心支持',
  clauses: ['一'],
  summary: '在湖南新建算力1000PFlops以上的重大智算中心，由省里一个项目一个办法地商定支持方式（一事一议）。',
  audience: '在湖南新建1000PFlops以上智算中心的单位',
  ...leftOpen,
  handledBy,
  criteria: [
    facilityInHunan,
    { fact: 'facility.status', oneOf: ['new'], cite: '一' },
    { fact: 'facility.pflops', atLeast: 1000, cite: '一' },
  ],
  amount: { basis: 'case_by_case' },
  amountNote: '文件没有写金额。给不给、给多少，由主管部门按项目单独商定。',
}

const computeCentre: Measure = {
  slug: 'compute-centre',
  title: '智算中心建设补助',
  clauses: ['一'],
  summary: '在湖南新建智算中心，或者把老数据中心改造成智算中心，按设备和软件等建设费用的10%给补助，最高2000万元。',
  audience: '总算力50PFlops以上、电能利用效率（PUE）不高于1.3的新建或改造智算中心',
  ...leftOpen,
  handledBy,
  criteria: [
    facilityInHunan,
    { fact: 'facility.status', oneOf: ['new', 'upgraded'], cite: '一' },
    { fact: 'facility.pflops', atLeast: 50, cite: '一' },
    { fact: 'facility.pue', atMost: 1.3, cite: '一' },
  ],
  amount: {
    basis: 'formula',
    sum: { share: 0.1, of: 'facility.equipmentSoftwareCostFen', cap: wan(2000) },
  },
  amountNote: higherOnly,
}

const enterpriseComputeDeployment: Measure = {
  slug: 'enterprise-compute-deployment',
  title: '企业自建算力设施补助',
  clauses: ['一'],
  summary: '企业在湖南建智算中心或边缘计算设施，按设备和软件等建设费用的10%给补助，最高1000万元。算力大小没有要求。',
  audience: '在湖南部署算力设施的企业',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '一' },
    facilityInHunan,
    { fact: 'facility.status', oneOf: ['new', 'upgraded'], cite: '一' },
  ],
  amount: {
    basis: 'formula',
    sum: { share: 0.1, of: 'facility.equipmentSoftwareCostFen', cap: wan(1000) },
  },
  amountNote: higherOnly,
}

const dispatchPlatform: Measure = {
  slug: 'dispatch-platform',
  title: '省算力调度平台建设补助',
  clauses: ['一'],
  summary: '建设并运营省算力调度和综合管理平台，给一次性补助，最高1000万元。',
  audience: '建设并运营省算力调度和综合管理平台的单位',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.region', within: '43', cite: '一' },
    { fact: 'platform.role', oneOf: ['provincial_dispatch'], cite: '一' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(1000) } },
  amountNote: ceiling,
}

const dispatchConnect: Measure = {
  slug: 'dispatch-connect',
  title: '接入省算力调度平台',
  clauses: ['一'],
  summary:
    '鼓励数据中心、智算中心、超算中心接入省算力调度和综合管理平台，把闲着的算力用起来。文件说支持，没有写给多少钱。',
  audience: '在湖南运营数据中心、智算中心、超算中心的单位',
  ...leftOpen,
  handledBy,
  criteria: [facilityInHunan, { fact: 'company.activities', hasAny: ['operates_compute'], cite: '一' }],
  amount: { basis: 'unspecified' },
}

const dispatchPurchase: Measure = {
  slug: 'dispatch-purchase',
  title: '通过调度平台买算力支持',
  clauses: ['一'],
  summary: '通过省算力调度和综合管理平台购买算力的企业可以得到支持。这份文件没有写金额，请同时看省里的算力券补贴。',
  audience: '通过省调度平台买算力的湖南企业',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '一' },
    { fact: 'company.region', within: '43', cite: '一' },
    { fact: 'company.activities', hasAny: ['buys_compute'], cite: '一' },
    { fact: 'compute.viaPlatform', is: true, cite: '一' },
  ],
  amount: { basis: 'unspecified' },
}

export const computeBaseMeasures: readonly Measure[] = [
  megaComputeCentre,
  computeCentre,
  enterpriseComputeDeployment,
  dispatchPlatform,
  dispatchConnect,
  dispatchPurchase,
]
