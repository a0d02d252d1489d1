import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省工业和信息化厅、省科技厅分工负责'
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '三' }

const keySoftwareProject: Measure = {
  slug: 'key-software-project',
  title: '关键软件攻关补助',
  clauses: ['三'],
  summary:
    '产学研合作做关键软件攻关项目，按项目研发投入给补助，最多30%，最高200万元。操作系统、数据库、中间件、软件开发工具、工业软件、大型应用软件都算。',
  audience: '做关键软件攻关项目的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'company.activities', hasAny: ['key_software_rd'], cite: '三' }],
  amount: {
    basis: 'up_to',
    sum: { share: 0.3, of: 'project.rdInvestmentFen', cap: wan(200) },
  },
  amountNote: ceiling,
}

const coreDevices: Measure = {
  slug: 'core-devices',
  title: '核心芯片和模组攻关支持',
  clauses: ['三'],
  summary: '通过“揭榜挂帅”，支持核心芯片器件、省电的端侧芯片，以及通信、显示、音频模组的研发。文件没有写金额。',
  audience: '参加芯片、模组联合攻关的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'company.activities', hasAny: ['joint_research'], cite: '三' }],
  amount: { basis: 'unspecified' },
}

const largeModelResearch: Measure = {
  slug: 'large-model-research',
  title: '大模型研究支持',
  clauses: ['三'],
  summary:
    '支持研究大模型和相关关键技术，开发训练数据的采集和治理工具，做通用大模型、行业大模型的应用研究。文件没有写金额。',
  audience: '研究、开发大模型的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'company.activities', hasAny: ['develops_model'], cite: '三' }],
  amount: { basis: 'unspecified' },
}

const firstOfKind: Measure = {
  slug: 'first-of-kind',
  title: '“五首”产品支持',
  clauses: ['三'],
  summary:
    '首台套、首批次、首版次、首轮次、首套件的绿色智能计算产品，研发和应用都可以按有关政策得到支持。文件没有写金额。',
  audience: '有“五首”产品的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'product.firstOfKind', is: true, cite: '三' }],
  amount: { basis: 'unspecified' },
}

export const productMeasures: readonly Measure[] = [keySoftwareProject, coreDevices, largeModelResearch, firstOfKind]
