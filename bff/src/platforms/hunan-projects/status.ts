import type { StatusWords } from '../status-words'

/** The words of the project management system. */
export const statusWords = {
  kinds: { application: 'application' },
  statuses: {
    application: {
      REPORTED: 'submitted',
      CITY_FIRST_REVIEW: 'city_review',
      SENT_BACK: 'returned',
      RECOMMENDED: 'recommended',
      EXPERT_REVIEW: 'expert_review',
      PROVINCE_RECHECK: 'province_recheck',
      RANKED: 'ranked',
      PARTY_GROUP_DECIDED: 'decided',
      PUBLIC_NOTICE: 'public_notice',
      OBJECTION: 'objection',
      PAYING: 'payment',
      PAID: 'paid',
      NOT_PASSED: 'rejected',
      WITHDRAWN: 'withdrawn',
      EXPLANATION_DEMANDED: 'explanation_demanded',
      RECOVERING: 'recovery',
      RECOVERED: 'recovered',
    },
  },
  departments: { INDUSTRY_AND_IT: 'industry', FINANCE: 'finance' },
} as const satisfies StatusWords
