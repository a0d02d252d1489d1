import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省发展改革委、省工业和信息化厅分工负责'
const facilityInHunan: Criterion = { fact: 'facility.region', within: '43', cite: '四' }

const energyStorage: Measure = {
  slug: 'energy-storage',
  title: '算力设施配储能补助',
  clauses: ['四'],
  summary: '给湖南的算力设施配套建设500千瓦时以上的储能设施，按项目投资金额给补助，最多10%，最高1000万元。',
  audience: '给算力设施配套建储能的单位',
  ...leftOpen,
  handledBy,
  criteria: [
    facilityInHunan,
    { fact: 'facility.status', oneOf: ['existing', 'new', 'upgraded'], cite: '四' },
    { fact: 'facility.storageKwh', atLeast: 500, cite: '四' },
  ],
  amount: {
    basis: 'up_to',
    sum: { share: 0.1, of: 'facility.storageInvestmentFen', cap: wan(1000) },
  },
  amountNote: ceiling,
}

const clusterGreenUpgrade: Measure = {
  slug: 'cluster-green-upgrade',
  title: '重点算力园区绿色改造支持',
  clauses: ['四'],
  summary: '支持长株潭、郴州东江湖等省内重点算力集群（园区）做绿色低碳的智算化改造。文件没有写金额。',
  audience: '在省内重点算力集群（园区）里改造算力设施的单位',
  ...leftOpen,
  handledBy,
  criteria: [
    facilityInHunan,
    { fact: 'facility.status', oneOf: ['upgraded'], cite: '四' },
    { fact: 'facility.inKeyCluster', is: true, cite: '四' },
  ],
  amount: { basis: 'unspecified' },
}

const greenPower: Measure = {
  slug: 'green-power',
  title: '用绿电支持',
  clauses: ['四'],
  summary:
    '鼓励算力设施参加省内电力交易，支持用电大户和新能源发电企业签长期协议，支持企业和园区建光伏和储能，把电费降下来。文件没有写补助金额。',
  audience: '运营或建设算力设施的绿色智能计算单位',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.region', within: '43', cite: '四' },
    { fact: 'company.sectors', hasAny: ['green_intelligent_computing'], cite: '四' },
    { fact: 'company.activities', hasAny: ['operates_compute', 'builds_compute_facility'], cite: '四' },
  ],
  amount: { basis: 'unspecified' },
}

export const lowCarbonMeasures: readonly Measure[] = [energyStorage, clusterGreenUpgrade, greenPower]
