import type { CaseKind } from '../../platforms/case'

export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  registration: '企业注册',
  filing: '合同备案',
  application: '补贴申报',
  voucher: '山西算力券',
}

/** Words of the desk; the applicant reads others. */
const STATE_NAMES: Readonly<Record<string, string>> = {
  submitted: '已提交',
  city_review: '市级审核',
  province_review: '省级复审',
  approved: '审核通过',
  rejected: '不予通过',
  accepted: '已受理',
  returned: '退回补正',
  recommended: '已推荐',
  expert_review: '专家评审',
  province_recheck: '省级复核',
  ranked: '已排序',
  decided: '审议通过',
  public_notice: '公示中',
  objection: '异议处理',
  payment: '拨付中',
  paid: '已拨付',
  explanation_demanded: '要求说明',
  recovery: '追回中',
  recovered: '已追回',
  withdrawn: '已撤回',
  claimed: '已申领',
  issued: '已发放',
  redeemed: '已兑付',
  expired: '已过期',
  refused: '不予发放',
}

const GOOD = ['approved', 'accepted', 'paid', 'redeemed', 'recommended', 'decided', 'issued']
const BAD = ['rejected', 'refused', 'recovery', 'recovered', 'expired', 'withdrawn']
const WARN = ['returned', 'objection', 'explanation_demanded']

export const stateName = (state: string): string => STATE_NAMES[state] ?? state
export const stateTone = (state: string): string =>
  GOOD.includes(state) ? 'good' : BAD.includes(state) ? 'bad' : WARN.includes(state) ? 'warn' : ''
