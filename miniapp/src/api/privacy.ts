import type {
  AnswerOf,
  BodyOf,
  Consents,
  changeConsentContract,
  consentsContract,
  deleteMeContract,
  exportMeContract,
} from '@suanhui/shared/api'
import { ask } from './ask'

export const readConsents = (): Promise<Consents> =>
  ask<typeof consentsContract>({ method: 'get', path: '/v1/me/consents', access: 'person' })

export const changeConsent = (body: BodyOf<typeof changeConsentContract>): Promise<Consents> =>
  ask<typeof changeConsentContract>({ method: 'put', path: '/v1/me/consents', access: 'person', body })

/** All that is kept of this person. */
export const exportMe = (): Promise<AnswerOf<typeof exportMeContract>> =>
  ask<typeof exportMeContract>({ method: 'get', path: '/v1/me/export', access: 'person', timeoutMs: 60_000 })

/** For good: everything about this person goes. */
export const deleteMe = (): Promise<void> =>
  ask<typeof deleteMeContract>({ method: 'delete', path: '/v1/me', access: 'person', body: { confirm: '注销' } })
