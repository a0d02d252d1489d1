import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { leftOpen } from './left-open'

const handledBy = '省科技厅、省工业和信息化厅、省市场监管局、省教育厅分工负责'
const enterprise: Criterion = { fact: 'company.kind', oneOf: ['enterprise'], cite: '二' }
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '二' }

const rdIncrement: Measure = {
  slug: 'rd-increment',
  title: '研发费用新增部分补助',
  clauses: ['二'],
  summary:
    '企业享受加计扣除的研发费用比上一年多了，按多出来的部分给8%或12%的补助，一家企业最多1000万元。算下来不足1万元的不给。',
  audience: '研发投入比上一年增加的绿色智能计算企业',
  ...leftOpen,
  handledBy,
  criteria: [enterprise, inHunan, { fact: 'company.sectors', hasAny: ['green_intelligent_computing'], cite: '二' }],
  amount: {
    basis: 'formula',
    sum: {
      choose: [
        {
          when: { fact: 'rd.subsidyClass', oneOf: ['rate12'] },
          sum: { share: 0.12, of: 'rd.superDeductionIncreaseFen', cap: wan(1000) },
        },
      ],
      otherwise: { share: 0.08, of: 'rd.superDeductionIncreaseFen', cap: wan(1000) },
    },
    minimum: wan(1),
  },
  amountNote: '按8%还是12%，由主管部门分类确定；不知道在哪一类时，先按8%到12%估算。',
}

const innovationConsortium: Measure = {
  slug: 'innovation-consortium',
  title: '创新联合体支持',
  clauses: ['二'],
  summary: '龙头企业牵头，和高校、科研院所组成创新联合体，一起攻克关键技术，按有关政策给资金补助。文件没有写金额。',
  audience: '牵头联合攻关的龙头企业',
  ...leftOpen,
  handledBy,
  criteria: [
    enterprise,
    inHunan,
    { fact: 'company.leading', is: true, cite: '二' },
    { fact: 'company.activities', hasAny: ['joint_research'], cite: '二' },
  ],
  amount: { basis: 'unspecified' },
}

const technologyTransfer: Measure = {
  slug: 'technology-transfer',
  title: '科技成果转化支持',
  clauses: ['二'],
  summary:
    '学校、科研院所和企业按订单一起转化科研成果，可以享受税收减免。成效明显的项目可以认定为省级科技计划项目，按有关政策给经费。文件没有写金额。',
  audience: '一起做科技成果转化的企业、高校和科研院所',
  ...leftOpen,
  handledBy,
  criteria: [
    // 加强“大校、大院、大企”协同创新
    { fact: 'company.kind', oneOf: ['enterprise', 'university', 'research_institute'], cite: '二' },
    inHunan,
    { fact: 'company.activities', hasAny: ['technology_transfer'], cite: '二' },
  ],
  amount: { basis: 'unspecified' },
}

const standards: Measure = {
  slug: 'standards',
  title: '主导制订标准奖励',
  clauses: ['二'],
  summary:
    '主导制订绿色智能计算方面有开创性的标准，并且已经获批发布，每项奖励：国际标准150万元，国家标准100万元，行业标准50万元，地方标准20万元。',
  audience: '主导制订标准的企业',
  ...leftOpen,
  handledBy,
  criteria: [
    enterprise,
    inHunan,
    {
      any: [
        { fact: 'standards.international', atLeast: 1 },
        { fact: 'standards.national', atLeast: 1 },
        { fact: 'standards.industry', atLeast: 1 },
        { fact: 'standards.local', atLeast: 1 },
      ],
      cite: '二',
    },
  ],
  amount: {
    basis: 'fixed',
    sum: {
      total: [
        { each: wan(150), of: 'standards.international' },
        { each: wan(100), of: 'standards.national' },
        { each: wan(50), of: 'standards.industry' },
        { each: wan(20), of: 'standards.local' },
      ],
    },
  },
  amountNote: '按项数相加，文件没有写总数上限。只参与、不主导的不给奖励。',
}

const patents: Measure = {
  slug: 'patents',
  title: '发明专利奖励',
  clauses: ['二'],
  summary:
    '在湖南申请、在政策有效期内得到授权的绿色智能计算发明专利，满50件、100件、150件，累计奖励50万元、100万元、150万元。',
  audience: '在湖南申请发明专利的企业和机构',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'patents.grantedInPeriod', atLeast: 50, cite: '二' }],
  amount: {
    basis: 'fixed',
    sum: {
      tiers: [
        { atLeast: 50, flat: wan(50) },
        { atLeast: 100, flat: wan(100) },
        { atLeast: 150, flat: wan(150) },
      ],
      by: 'patents.grantedInPeriod',
    },
  },
  amountNote: '是累计的数，不是每一档另外再给：满100件时，前后一共100万元。',
}

export const innovationMeasures: readonly Measure[] = [
  rdIncrement,
  innovationConsortium,
  technologyTransfer,
  standards,
  patents,
]
