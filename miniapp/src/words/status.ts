import type { CriterionResult, Decision } from '@suanhui/shared/decision'

/** What the verdict says in words, and in which tone it is coloured; the words alone are enough. */
export interface StatusWords {
  readonly text: string
  readonly tone: 'good' | 'warn' | 'bad' | 'mute'
}

export function statusWords(decision: Decision): StatusWords {
  switch (decision.status) {
    case 'eligible':
      return { text: '可申报', tone: 'good' }
    case 'undetermined':
      return { text: '补充信息后可定', tone: 'warn' }
    case 'ineligible':
      return { text: '不符合', tone: 'bad' }
    case 'inactive':
      return decision.inactiveReason === 'expired'
        ? { text: '已失效', tone: 'mute' }
        : { text: '还没开始', tone: 'mute' }
  }
}

export const CRITERION_WORDS: Readonly<Record<CriterionResult['status'], StatusWords>> = {
  met: { text: '符合', tone: 'good' },
  unmet: { text: '不符合', tone: 'bad' },
  unknown: { text: '还不知道', tone: 'warn' },
}
