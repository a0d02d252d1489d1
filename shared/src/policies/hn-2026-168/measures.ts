import { wan } from '../../money'
import type { Measure } from '../../rules'

const computeVoucher: Measure = {
  slug: 'compute-voucher',
  title: '算力券补贴',
  clauses: ['二(一)', '三'],
  summary:
    '购买算力资源、算力服务或模型服务，按实际结算金额给补贴，最多30%，一家企业最多1000万元。单独买的带宽、安全防护和数据库不算在内。',
  audience: '一年买算力花了5万元以上的湖南企业，供给方要在省里登记过',
  materials: [
    '算力补贴需求申报表（附件1）',
    '算力使用备案表（附件2，没有通过调度平台购买的）',
    '算力购买合同（盖双方公章的扫描件）',
    '发票和支付凭证',
    '算力补贴申报表（附件3）',
    '算力资源使用报告（附件4）和使用证明',
  ],
  handledBy: '市州工信部门和财政部门初审、推荐，省工业和信息化厅、省财政厅评审',
  applyAt: '先在湖南省算力调度平台注册，再到省工业和信息化厅项目管理系统提交',
  deadline: '每年集中评审一次，具体时间看省工业和信息化厅官网和调度平台的通知',
  criteria: [
    {
      all: [
        { fact: 'company.kind', oneOf: ['enterprise'] },
        { fact: 'company.independentLegalLiability', is: true },
      ],
      cite: '二(一)1',
    },
    { fact: 'company.region', within: '43', cite: '四4' },
    { fact: 'company.majorViolationWithin3Years', is: false, cite: '二(一)1' },
    { fact: 'company.onSeriousDishonestyList', is: false, cite: '二(一)1' },
    { fact: 'compute.annualPurchaseFen', atLeast: wan(5), cite: '二(一)2' },
    { fact: 'compute.hasScenarioPlan', is: true, cite: '二(一)3' },
    { fact: 'compute.providerRegistered', is: true, cite: '二(一)4' },
    { fact: 'compute.relatedParty', is: false, cite: '二(一)4' },
    { fact: 'compute.resold', is: false, cite: '五1' },
  ],
  amount: {
    basis: 'up_to',
    sum: {
      share: 0.3,
      of: {
        window: { from: '2025-10-27', to: '2028-10-26' },
        inWindow: 'compute.settledInWindowFen',
        settled: 'compute.settledFen',
        excluded: 'compute.excludedItemsFen',
        start: 'compute.serviceStart',
        end: 'compute.serviceEnd',
      },
      cap: wan(1000),
    },
  },
  amountNote: '这是上限，不是承诺。实际能拿多少，由专家评审、排序和当年预算决定。',
  warnings: [
    {
      kind: 'filing',
      viaPlatform: 'compute.viaPlatform',
      signedOn: 'compute.contractSignedOn',
      filedOn: 'compute.filedOn',
      withinDays: 30,
      cite: '四3',
    },
  ],
}

const providerRegistration: Measure = {
  slug: 'provider-registration',
  title: '算力供给方登记',
  clauses: ['二(二)'],
  summary: '对外卖算力的单位在省里登记并接入调度平台后，客户买它的算力才能申请补贴。登记本身不给钱。',
  audience: '在湖南提供算力服务的运营主体，或者科研院所',
  materials: ['算力服务团队和服务能力的证明', '电信业务许可（经营互联网数据中心的）'],
  handledBy: '省工业和信息化厅',
  applyAt: '湖南省算力调度平台',
  deadline: '细则没有规定截止时间',
  criteria: [
    { fact: 'company.region', within: '43', cite: '二(二)3' },
    { fact: 'provider.serviceCapability', is: true, cite: '二(二)1' },
    {
      any: [
        { fact: 'provider.operatesIdc', is: false },
        { fact: 'provider.telecomLicence', is: true },
      ],
      cite: '二(二)1',
    },
    { fact: 'company.majorViolationWithin3Years', is: false, cite: '二(二)2' },
    { fact: 'company.onSeriousDishonestyList', is: false, cite: '二(二)2' },
  ],
  amount: { basis: 'unspecified' },
}

export const measures: readonly Measure[] = [computeVoucher, providerRegistration]
