import { wan } from '../../../money'
import type { Measure } from '../../../rules'
import { ceiling, industryOffice, noticeOf, yearly } from './wording'

const smartHardware: Measure = {
  slug: 'smart-hardware',
  title: '智能硬件新产品奖励',
  clauses: ['一'],
  summary: '智能电脑、可穿戴设备、机器人等智能硬件的新产品，销售额增加了多少，就按增加部分的10%奖励，最高200万元。',
  audience: '在长沙研发、制造、推广智能硬件新产品的单位',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '一' },
    { fact: 'product.smartHardwareNew', is: true, cite: '一' },
  ],
  amount: { basis: 'formula', sum: { share: 0.1, of: 'product.salesIncreaseFen', cap: wan(200) } },
  amountNote: '按销售增加部分的10%算，超过200万元的按200万元。哪些产品算、增加部分怎么核定，看当年的实施办法。',
}

const aiSoftwareFirstSale: Measure = {
  slug: 'ai-software-first-sale',
  title: '人工智能软件首次商用奖励',
  clauses: ['一'],
  summary:
    '有自主知识产权、技术先进、已经第一次投入商用的人工智能软件，看销售情况奖励，最高200万元。文件没有写按什么比例算。',
  audience: '在长沙做人工智能软件的单位',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '一' },
    { fact: 'product.aiSoftwareFirstCommercial', is: true, cite: '一' },
    { fact: 'product.ownIp', is: true, cite: '一' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(200) } },
  amountNote: ceiling,
}

const verticalModel: Measure = {
  slug: 'vertical-model',
  title: '垂类大模型和工业智能体奖励',
  clauses: ['二'],
  summary:
    '在国家网信办备案过的模型上再开发，做成一个行业专用的大模型（垂类大模型）或工业智能体，奖励不超过一年买模型费用的30%，最高100万元。成果要有自主知识产权、在国家网信办登记过，而且用起来效果显著。',
  audience: '在长沙开发垂类大模型或工业智能体的企业',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '二' },
    { fact: 'company.region', within: '4301', cite: '二' },
    { fact: 'model.kind', oneOf: ['vertical', 'industrial_agent'], cite: '二' },
    { fact: 'model.builtOnFiledModel', is: true, cite: '二' },
    { fact: 'model.cacRegistered', is: true, cite: '二' },
    { fact: 'model.ownIp', is: true, cite: '二' },
  ],
  amount: { basis: 'up_to', sum: { share: 0.3, of: 'model.purchaseFeeAnnualFen', cap: wan(100) } },
  amountNote: ceiling,
}

export const productMeasures: readonly Measure[] = [smartHardware, aiSoftwareFirstSale, verticalModel]
