import type { StatusWords } from '../status-words'

/** The words of the scheduling platform. */
export const statusWords = {
  kinds: { registration: 'registration', filing: 'filing' },
  statuses: {
    registration: {
      SUBMITTED: 'submitted',
      CITY_AUDIT: 'city_review',
      PROVINCE_AUDIT: 'province_review',
      PASSED: 'approved',
      NOT_PASSED: 'rejected',
    },
    filing: { SUBMITTED: 'submitted', FILED: 'accepted', SENT_BACK: 'returned' },
  },
  departments: {},
} as const satisfies StatusWords
