import type { FactDefinition } from '../definition'

/** Titles that others have given. */
export const awardFacts = {
  'award.nationalAiChallengeWinner': {
    type: 'bool',
    label: '国家人工智能揭榜挂帅优胜',
    question: '是国家人工智能揭榜挂帅的优胜单位吗？',
    help: '看国家公布的优胜单位名单。',
    yes: '是国家人工智能揭榜挂帅优胜单位',
    no: '不是国家人工智能揭榜挂帅优胜单位',
    prior: 0.02,
  },
  'award.nationalDataEnterprise': {
    type: 'bool',
    label: '国家级数字经济创新型企业',
    question: '公司进了国家级的数字经济创新型企业库吗？',
    help: '指用数据帮助人工智能发展的企业，可以问市数据局。',
    yes: '已入选国家级数字经济创新型企业库',
    no: '没有入选国家级数字经济创新型企业库',
    prior: 0.02,
  },
  'award.nationalDataCase': {
    type: 'bool',
    label: '国家级数据案例或试点',
    question: '公司的数据标注或者数据集，评上国家级优秀案例或试点了吗？',
    help: '数据集要是高质量数据集，看国家公布的名单。',
    yes: '获评国家级数据标注或高质量数据集优秀案例或试点',
    no: '没有获评国家级数据标注或高质量数据集优秀案例或试点',
    prior: 0.02,
  },
  'award.benchmarkScenario': {
    type: 'bool',
    label: '长沙“人工智能+”标杆型场景',
    question: '建设的场景被评为长沙“人工智能+”标杆型场景了吗？',
    help: '长沙每年评一批，看市里公布的名单。',
    yes: '建设的场景获评长沙“人工智能+”标杆型场景',
    no: '建设的场景没有获评长沙“人工智能+”标杆型场景',
    prior: 0.03,
  },
  'award.provincialBenchmarkProject': {
    type: 'bool',
    label: '山西算力产业链标杆项目',
    question: '公司有项目被定为山西全省的算力标杆项目吗？',
    help: '指能在全省起示范带动作用的项目，可以问省数据局。',
    yes: '有项目是山西全省的算力产业链标杆项目',
    no: '没有项目是山西全省的算力产业链标杆项目',
    prior: 0.02,
  },
  'award.demoScenario': {
    type: 'bool',
    label: '山西优秀算力应用示范场景',
    question: '算力应用评上山西的优秀算力应用示范场景了吗？',
    help: '山西每年评10个并授牌，看有没有牌子或者公布的名单。',
    yes: '获评山西优秀算力应用示范场景',
    no: '没有获评山西优秀算力应用示范场景',
    prior: 0.02,
  },
} as const satisfies Record<string, FactDefinition>
