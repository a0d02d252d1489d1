import { wan } from '../../../money'
import type { Measure } from '../../../rules'
import { ceiling, dataOffice, noticeOf, yearly } from './wording'

const dataTradingPlatform: Measure = {
  slug: 'data-trading-platform',
  title: '大数据交易平台奖励',
  clauses: ['七'],
  summary:
    '让数据流通交易、帮助大模型研发应用，而且成效突出的平台，奖励最高100万元，给建设运营平台的单位。依据哪些规定评，文件没有写明。',
  audience: '在长沙建设运营大数据交易平台等的单位',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '七' },
    { fact: 'platform.role', oneOf: ['data_trading'], cite: '七' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const dataTalentBase: Measure = {
  slug: 'data-talent-base',
  title: 'AI数据人才实训基地奖励',
  clauses: ['七'],
  summary: '企业和高校一起办的AI数据人才实训基地，培养人才、带动就业成效突出的，奖励最高100万元。',
  audience: '在长沙办AI数据人才实训基地的单位',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '七' },
    { fact: 'platform.role', oneOf: ['data_talent_base'], cite: '七' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const digitalEconomyInnovator: Measure = {
  slug: 'digital-economy-innovator',
  title: '数字经济创新型企业奖励',
  clauses: ['七'],
  summary: '市里每年评选用数据帮助人工智能发展的数字经济创新型企业，其中进了国家级企业库的，一次性奖励最高20万元。',
  audience: '进了国家级企业库的长沙企业',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '七' },
    { fact: 'company.region', within: '4301', cite: '七' },
    { fact: 'award.nationalDataEnterprise', is: true, cite: '七' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(20) } },
  amountNote: ceiling,
}

const dataPilotCase: Measure = {
  slug: 'data-pilot-case',
  title: '国家级数据案例和试点奖励',
  clauses: ['七'],
  summary: '数据标注或高质量数据集被评为国家级优秀案例或试点，一次性奖励最高10万元。',
  audience: '获评国家级优秀案例或试点的长沙企业',
  materials: [],
  handledBy: dataOffice,
  applyAt: noticeOf(dataOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise'], cite: '七' },
    { fact: 'company.region', within: '4301', cite: '七' },
    { fact: 'award.nationalDataCase', is: true, cite: '七' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(10) } },
  amountNote: ceiling,
}

export const dataMeasures: readonly Measure[] = [
  dataTradingPlatform,
  dataTalentBase,
  digitalEconomyInnovator,
  dataPilotCase,
]
