import { wan } from '../../money'
import type { Criterion, Measure } from '../../rules'
import { ceiling, leftOpen } from './left-open'

const handledBy = '省工业和信息化厅、省委宣传部、省委网信办、省发展改革委、省国资委、省数据局分工负责'
const inHunan: Criterion = { fact: 'company.region', within: '43', cite: '九' }

const productAdoption: Measure = {
  slug: 'product-adoption',
  title: '产品推广应用支持',
  clauses: ['九'],
  summary:
    '政府采购多支持绿色智能计算产品，机关、事业单位、国有企业先试用；产品可以争取进省里的“两优”“两新”清单，参加“智赋万企”和设备更新，按有关政策给支持。文件没有写金额。',
  audience: '卖绿色智能计算产品和服务的单位',
  ...leftOpen,
  handledBy,
  criteria: [inHunan, { fact: 'company.activities', hasAny: ['sells_compute_products'], cite: '九' }],
  amount: { basis: 'unspecified' },
}

const competitionHost: Measure = {
  slug: 'competition-host',
  title: '承办创新创业大赛补助',
  clauses: ['九'],
  summary:
    '承办人工智能、网络安全、数据、算法、开源等方面的创新创业大赛，按活动总决算费用给补助，最多50%，最高100万元。',
  audience: '承办大赛的产业促进机构、联盟、协会等行业组织',
  ...leftOpen,
  handledBy,
  criteria: [
    { fact: 'company.kind', oneOf: ['industry_organization'], cite: '九' },
    inHunan,
    { fact: 'company.activities', hasAny: ['hosts_competition'], cite: '九' },
  ],
  amount: {
    basis: 'up_to',
    sum: { share: 0.5, of: 'event.finalCostFen', cap: wan(100) },
  },
  amountNote: ceiling,
}

export const ecosystemMeasures: readonly Measure[] = [productAdoption, competitionHost]
