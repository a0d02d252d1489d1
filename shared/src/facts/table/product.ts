import type { FactDefinition } from '../definition'

/** Products that were made and sold. */
export const productFacts = {
  'product.firstOfKind': {
    type: 'bool',
    label: '“五首”产品',
    question: '公司有首台套、首批次这类“五首”产品吗？',
    help: '“五首”是首台套、首批次、首版次、首轮次、首套件，看有没有认定文件。',
    yes: '有符合“五首”条件的智能计算产品',
    no: '没有符合“五首”条件的智能计算产品',
    prior: 0.05,
  },
  'product.smartHardwareNew': {
    type: 'bool',
    label: '智能硬件新产品',
    question: '公司推出智能硬件新产品了吗？',
    help: '比如智能电脑、智能手表一类的穿戴设备、智能机器人；哪些新产品符合条件，以长沙市的通知为准。',
    yes: '有智能硬件新产品',
    no: '没有智能硬件新产品',
    prior: 0.1,
  },
  'product.aiSoftwareFirstCommercial': {
    type: 'bool',
    label: '人工智能软件首次商业化应用',
    question: '公司自己的人工智能软件，第一次卖出去用起来了吗？',
    help: '看第一份销售合同和发票。',
    yes: '有人工智能软件已实现首次商业化应用',
    no: '没有人工智能软件实现首次商业化应用',
    prior: 0.2,
  },
  'product.ownIp': {
    type: 'bool',
    label: '产品自主知识产权',
    question: '这个产品有自己的知识产权吗？',
    help: '比如软件著作权证书、专利证书，权利人写的是自己公司。',
    yes: '产品有自主知识产权',
    no: '产品没有自主知识产权',
    prior: 0.8,
  },
  'product.securityTested': {
    type: 'bool',
    label: '产品通过第三方安全性测试',
    question: '公司的算力产品通过第三方机构的安全性测试了吗？',
    help: '看有没有测试机构出的报告。',
    yes: '算力产品已通过第三方机构的安全性测试',
    no: '算力产品没有通过第三方机构的安全性测试',
    prior: 0.1,
  },
  'product.salesIncreaseFen': {
    type: 'fen',
    label: '智能硬件新产品销售增量',
    question: '这个智能硬件新产品的销售额增加了多少？',
    help: '用这一年的销售额减去上一年的；没有增加填0。',
  },
  'product.securityTestFeeFen': {
    type: 'fen',
    label: '安全性测试服务费',
    question: '做安全性测试，付了多少服务费？',
    help: '看测试机构开的发票。',
  },
} as const satisfies Record<string, FactDefinition>
