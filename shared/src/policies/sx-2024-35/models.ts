import { wan } from '../../money'
import type { Measure } from '../../rules'
import { ceilingNote, formulaNote, handling } from './handling'

/** 三、支持人工智能大模型发展 */
export const models: readonly Measure[] = [
  {
    slug: 'general-large-model',
    title: '通用大模型研发补贴',
    clauses: ['三(十二)'],
    summary:
      '和智算中心一起研发通用大模型，参数达到一千亿、典型应用场景不少于5个的，给补贴，最多为研发总投入的20%，最高1000万元。',
    audience: '和智算中心一起研发通用大模型的山西高校、科研机构和企业',
    ...handling,
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise', 'university', 'research_institute'], cite: '三(十二)' },
      { fact: 'company.region', within: '14', cite: '三(十二)' },
      { fact: 'model.kind', oneOf: ['general'], cite: '三(十二)' },
      { fact: 'model.jointWithComputeCentre', is: true, cite: '三(十二)' },
      { fact: 'model.parametersYi', atLeast: 1000, cite: '三(十二)' },
      { fact: 'model.scenarioCount', atLeast: 5, cite: '三(十二)' },
    ],
    amount: { basis: 'up_to', sum: { share: 0.2, of: 'model.rdInvestmentFen', cap: wan(1000) } },
    amountNote: ceilingNote,
  },
  {
    slug: 'industry-large-model',
    title: '行业大模型研发资助',
    clauses: ['三(十二)'],
    summary:
      '研发行业大模型，给研发费用资助，最多为项目研发费用的10%，一个项目最高500万元。文件还支持用别的办法研究通用人工智能，那部分请直接问主管部门。',
    audience: '在山西研发行业大模型的单位',
    ...handling,
    criteria: [
      { fact: 'company.region', within: '14', cite: '三(十二)' },
      { fact: 'model.kind', oneOf: ['industry'], cite: '三(十二)' },
    ],
    amount: { basis: 'up_to', sum: { share: 0.1, of: 'model.rdInvestmentFen', cap: wan(500) } },
    amountNote: ceilingNote,
  },
  {
    slug: 'model-commercialisation',
    title: '大模型商用案例奖励',
    clauses: ['三(十三)'],
    summary:
      '和煤炭、电力、医疗、金融、科研等行业的用户一起，用大模型做出行业方案并且已经商用的，给一次性奖励，最高100万元，还优先评为省级数据要素示范应用场景。',
    audience: '有大模型商用案例的山西单位',
    ...handling,
    criteria: [
      { fact: 'company.region', within: '14', cite: '三(十三)' },
      { fact: 'model.commercialCase', is: true, cite: '三(十三)' },
    ],
    amount: { basis: 'up_to', sum: { flat: wan(100) } },
    amountNote: ceilingNote,
  },
  {
    slug: 'model-enterprise',
    title: '大模型企业营收奖励',
    clauses: ['三(十四)'],
    summary:
      '做通用大模型或行业大模型的企业，上一年营业收入超过500万元的，按上一年营业收入的1%给奖励，最高200万元。算力、数据、场景、资金、场地也优先安排。',
    audience: '上一年营业收入超过500万元的山西大模型企业',
    ...handling,
    criteria: [
      { fact: 'company.kind', oneOf: ['enterprise'], cite: '三(十四)' },
      { fact: 'company.region', within: '14', cite: '三(十四)' },
      { fact: 'company.largeModelEnterprise', is: true, cite: '三(十四)' },
      { fact: 'finance.revenueLastYearFen', moreThan: wan(500), cite: '三(十四)' },
    ],
    amount: { basis: 'formula', sum: { share: 0.01, of: 'finance.revenueLastYearFen', cap: wan(200) } },
    amountNote: formulaNote,
  },
]
