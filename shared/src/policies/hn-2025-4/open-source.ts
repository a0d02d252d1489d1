import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省工业和信息化厅、省教育厅、省科技厅、省委军民融合办分工负责'
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '八' }

const openSourcePlatform: Measure = {
  slug: 'open-source-platform',
  title: '开源平台运营补助',
  clauses: ['八'],
  summary:
    '在湖南建开源软件创新平台、开源社区、代码托管平台、代码安全检测平台等，按运营单位一年运营费用的30%给补助，最高300万元。',
  audience: '在湖南办开源平台的高校、科研院所、企业和开放原子开源基金会',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['university', 'research_institute', 'enterprise', 'foundation'], cite: '八' },
    inHunan,
    { fact: 'platform.role', oneOf: ['open_source_platform'], cite: '八' },
  ],
  amount: {
    basis: 'formula',
    sum: { share: 0.3, of: 'platform.annualOperatingCostFen', cap: wan(300) },
  },
}

const openSourcePromotion: Measure = {
  slug: 'open-source-promotion',
  title: '开源生态推广补助',
  clauses: ['八'],
  summary:
    '推广鸿蒙、欧拉等开放原子开源基金会的项目，给合作伙伴提供对接测试、展示推广、人才培养等公共服务，按推广投入费用的30%给补助，最高200万元。',
  audience: '推广开源生态的企业和行业组织',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['enterprise', 'industry_organization'], cite: '八' },
    inHunan,
    { fact: 'company.activities', hasAny: ['promotes_open_source'], cite: '八' },
  ],
  amount: {
    basis: 'formula',
    sum: { share: 0.3, of: 'openSource.promotionCostFen', cap: wan(200) },
  },
}

const openSourceProduct: Measure = {
  slug: 'open-source-product',
  title: '开源项目和产品补助',
  clauses: ['八'],
  summary: '培育优质开源项目，或者开发商业发行版软件，按项目和产品的投入金额给补助，最多30%，最高100万元。',
  audience: '做开源项目和产品的企业和相关机构',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'company.activities', hasAny: ['develops_open_source'], cite: '八' }],
  amount: {
    basis: 'up_to',
    sum: { share: 0.3, of: 'openSource.investmentFen', cap: wan(100) },
  },
  amountNote: ceiling,
}

export const openSourceMeasures: readonly Measure[] = [openSourcePlatform, openSourcePromotion, openSourceProduct]
