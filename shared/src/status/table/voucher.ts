import type { StepTable } from '../step'
import type { VoucherStatus } from '../subject'

/** 山西算力券：申领、发放、兑付。 */
export const voucherSteps: StepTable<VoucherStatus> = {
  draft: {
    label: '还没申领',
    meaning: '申领资料还在您手里，平台还没有收到。',
    holder: 'applicant',
    holderName: '您自己',
    next: '提交申领以后，由省里审核。',
    successors: ['claimed'],
    acts: ['submit'],
  },
  claimed: {
    label: '已申领',
    meaning: '平台已经收到申领，正在审核。',
    holder: 'province',
    holderName: '省算力调度和监测平台',
    next: '通过以后，算力券发到公司名下。',
    successors: ['issued', 'refused'],
    acts: [],
    review: true,
  },
  issued: {
    label: '已发放',
    meaning: '算力券已经发到公司名下。请在有效期内使用，再来兑付。',
    holder: 'applicant',
    holderName: '您自己',
    next: '买好算力，带上发票和付款凭证来兑付。',
    successors: ['redeemed', 'expired', 'refused'],
    acts: ['redeem'],
  },
  redeemed: {
    label: '已兑付',
    meaning: '算力券已经兑付，钱按规定拨给公司。',
    holder: 'nobody',
    holderName: '已经办完',
    next: '不用再做什么。',
    successors: [],
    acts: [],
  },
  expired: {
    label: '已过期',
    meaning: '算力券过了有效期，不能再用了。',
    holder: 'nobody',
    holderName: '已经结束',
    next: '下一次发放时可以重新申领。',
    successors: [],
    acts: ['start_over'],
  },
  refused: {
    label: '没有通过',
    meaning: '这次没有通过。请看写明的原因，条件够了可以重新申领。',
    holder: 'nobody',
    holderName: '已经结束',
    next: '改好以后可以重新申领。',
    successors: [],
    acts: ['start_over'],
  },
}
