import { wan } from '../../../money'
import type { Measure } from '../../../rules'
import { ceiling, dataOffice, noticeOf, yearly } from './wording'

const labellingCluster: Measure = {
  slug: 'labelling-cluster',
  title: '数据标注产业培育奖励',
  clauses: ['六'],
  summary: '区县（市）政府或园区管委会把数据标注产业培育得好、成效突出的，奖励最高100万元。',
  audience: '长沙的区县（市）政府和园区管委会',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.kind', oneOf: ['government_body'], cite: '六' },
    { fact: 'company.region', within: '4301', cite: '六' },
    { fact: 'labelling.clusterOutstanding', is: true, cite: '六' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const labellingPlatform: Measure = {
  slug: 'labelling-platform',
  title: '智能标注公共服务平台奖励',
  clauses: ['六'],
  summary:
    '为数据标注企业提供技术、算力、培训、业务推广等服务，对这个行业帮助显著的平台，奖励最高100万元，给建设运营平台的单位。依据哪些规定评，文件没有写明。',
  audience: '在长沙建设运营智能标注公共服务平台的单位',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '六' },
    { fact: 'platform.role', oneOf: ['labelling_service'], cite: '六' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const labellingEnterprise: Measure = {
  slug: 'labelling-enterprise',
  title: '数据标注企业奖励',
  clauses: ['六'],
  summary: '看企业提供的数据标注有多大价值等情况给奖励，支持企业做大做强。文件没有写金额。',
  audience: '长沙的数据标注企业',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '六' },
    { fact: 'company.region', within: '4301', cite: '六' },
    { fact: 'company.activities', hasAny: ['labels_data'], cite: '六' },
  ],
  amount: { basis: 'unspecified' },
}

export const labellingMeasures: readonly Measure[] = [labellingCluster, labellingPlatform, labellingEnterprise]
