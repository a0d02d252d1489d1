import type { FactDefinition } from '../definition'

/** Open source, funded projects, events, and what a district or park has grown. */
export const projectFacts = {
  'openSource.promotionCostFen': {
    type: 'fen',
    label: '开源生态推广费用',
    question: '推广鸿蒙、欧拉等开源生态，花了多少钱？',
    help: '对接测试、展示推广、人才培养这些公共服务的花费都算。',
  },
  'openSource.investmentFen': {
    type: 'fen',
    label: '开源项目和产品的投入',
    question: '开发开源项目和产品，投了多少钱？',
    help: '开源项目和由它做出来的商业发行版软件都算，看项目的账。',
  },
  'openSource.shared': {
    type: 'bool',
    label: '开源项目对外共享',
    question: '开源项目已经公开给大家用了吗？',
    help: '比如代码或者模型已经放在公开的网站上，别人可以下载。',
    yes: '开源项目已对外共享',
    no: '开源项目没有对外共享',
    prior: 0.7,
  },

  'project.rdInvestmentFen': {
    type: 'fen',
    label: '软件攻关项目研发投入',
    question: '关键软件攻关项目，研发一共投了多少钱？',
    help: '关键软件指操作系统、数据库、中间件、开发工具、工业软件和大型应用软件，看项目的研发账。',
  },
  'project.digitalInvestmentFen': {
    type: 'fen',
    label: '项目数字化部分投资额',
    question: '标杆项目里，数字化部分投了多少钱？',
    help: '只填数字化的部分，不是整个项目的投资。',
  },
  'project.keyEquipmentSoftwareFen': {
    type: 'fen',
    label: '关键设备和系统软件投入',
    question: '示范场景里，关键设备和系统软件花了多少钱？',
    help: '看合同和发票。',
  },

  'event.finalCostFen': {
    type: 'fen',
    label: '大赛总决算费用',
    question: '承办的大赛，最后一共花了多少钱？',
    help: '看活动的决算报告，不是预算。',
  },

  'cluster.approved': {
    type: 'bool',
    label: '特色产业集群获批',
    question: '当地的绿色智能计算产业集群，批下来国家级或者省级了吗？',
    help: '看有没有国家或者省里的批准文件。',
    yes: '产业集群已获批国家级或省级特色集群',
    no: '产业集群没有获批国家级或省级特色集群',
    prior: 0.05,
  },
  'labelling.clusterOutstanding': {
    type: 'bool',
    label: '培育数据标注产业成效突出',
    question: '当地培育数据标注产业，成效突出吗？',
    help: '由长沙市认定，可以问市数据局。',
    yes: '培育数据标注产业成效突出',
    no: '培育数据标注产业成效不突出',
    prior: 0.1,
  },
} as const satisfies Record<string, FactDefinition>
