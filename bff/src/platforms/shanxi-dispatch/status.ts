import type { StatusWords } from '../status-words'

/** The words of Shanxi's dispatch and monitoring platform. */
export const statusWords = {
  kinds: { enterprise: 'registration', voucher: 'voucher' },
  statuses: {
    registration: {
      APPLIED: 'submitted',
      CITY_CHECK: 'city_review',
      PROVINCE_CHECK: 'province_review',
      REGISTERED: 'approved',
      DECLINED: 'rejected',
    },
    voucher: { CLAIMED: 'claimed', ISSUED: 'issued', REDEEMED: 'redeemed', EXPIRED: 'expired', DECLINED: 'refused' },
  },
  departments: {},
} as const satisfies StatusWords
