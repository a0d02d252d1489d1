import type { FactDefinition } from '../definition'

/** Selling computing power. */
export const providerFacts = {
  'provider.serviceCapability': {
    type: 'bool',
    label: '长期稳定的算力服务能力',
    question: '单位能长期稳定地对外提供算力服务吗？',
    help: '企业要有专门的技术团队；科研院所要能长期稳定提供服务。',
    yes: '能长期稳定地对外提供算力服务',
    no: '不能长期稳定地对外提供算力服务',
    prior: 0.15,
  },
  'provider.operatesIdc': {
    type: 'bool',
    label: '经营互联网数据中心',
    question: '单位经营互联网数据中心吗？',
    help: '互联网数据中心（IDC）就是把机房、机柜、服务器租给别人用。',
    yes: '经营互联网数据中心',
    no: '不经营互联网数据中心',
    prior: 0.05,
  },
  'provider.telecomLicence': {
    type: 'bool',
    label: '电信业务许可',
    question: '有经营数据中心的电信业务许可证吗？',
    help: '看有没有电信业务经营许可证，上面的业务种类要有互联网数据中心。',
    yes: '有相应的电信业务许可',
    no: '没有相应的电信业务许可',
    prior: 0.1,
  },

  'export.outOfProvinceContractFen': {
    type: 'fen',
    label: '一年的省外算力服务合同总额',
    question: '一年里，卖给外省客户的算力服务签了多少钱的合同？',
    help: '把这一年和外省客户签的算力服务合同加起来，出租机架的不算；没有填0。',
  },
} as const satisfies Record<string, FactDefinition>
