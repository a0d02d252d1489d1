import type { FactDefinition } from '../definition'

/** A platform that serves others: which one, how good, what it costs. */
export const platformFacts = {
  'platform.role': {
    type: 'one of',
    label: '建设或运营的平台',
    question: '您的单位在建设或者运营下面哪种平台？',
    help: '大多数公司都选“没有”；有几个平台的，选要申请的那一个。',
    options: {
      none: '没有',
      provincial_dispatch: '省算力调度和综合管理平台',
      integrated_dispatch: '一体化算力调度监测平台',
      national_innovation_platform: '国家级创新平台',
      ecosystem_centre: '计算产业生态创新中心',
      open_source_platform: '开源软件平台、社区',
      ai_support_platform: '人工智能创新支撑平台',
      labelling_service: '智能标注公共服务平台',
      data_trading: '大数据交易平台',
      data_talent_base: 'AI数据人才实训基地',
      training_base: '高校教学实践培训基地',
    },
  },
  'platform.grade': {
    type: 'one of',
    label: '平台级别',
    question: '这个平台是国家级的还是省级的？',
    help: '看批准这个平台的文件。',
    options: { national: '国家级', provincial: '省级', other: '其他级别' },
  },
  'platform.newlyOperating': {
    type: 'bool',
    label: '平台新建成运行',
    question: '这个平台是新建成、已经开始运行的吗？',
    yes: '平台是新建成并投入运行的',
    no: '平台不是新建成并投入运行的',
    prior: 0.3,
  },
  'platform.performanceRank': {
    type: 'int',
    label: '生态创新中心运行效果排名',
    question: '生态创新中心的运行效果排第几名？',
    help: '第一名填1，以省里公布的排名为准；没有排名的选“不清楚”。',
    unit: '',
    step: 1,
  },

  'platform.fixedAssetInvestmentFen': {
    type: 'fen',
    label: '平台固定资产投资',
    question: '建这个平台，固定资产投了多少钱？',
    help: '固定资产是房屋、设备这类能长期用的东西，看账上的固定资产。',
  },
  'platform.annualOperatingCostFen': {
    type: 'fen',
    label: '平台年运营费用',
    question: '这个平台一年的运营费用是多少？',
    help: '看最近一整年平台运营的账。',
  },
  'platform.operationRewardReceivedFen': {
    type: 'fen',
    label: '平台累计已领的运营奖励',
    question: '这个平台以前一共领过多少运营奖励？',
    help: '只算长沙给人工智能创新支撑平台的运营奖励；没有领过填0。',
  },
  'platform.investmentFen': {
    type: 'fen',
    label: '调度平台投资额',
    question: '建这个算力调度和监测平台，一共投了多少钱？',
    help: '看平台建设的合同和发票。',
  },
} as const satisfies Record<string, FactDefinition>
