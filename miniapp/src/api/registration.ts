import type {
  AnswerOf,
  BodyOf,
  companyRegistrationContract,
  registerCompanyContract,
  SubjectProgress,
} from '@suanhui/shared/api'
import { ask } from './ask'

const PATH = '/v1/companies/{companyId}/registration'

/** What was sent to platforms to register the company, and where it stands. */
export const readRegistrations = (companyId: string): Promise<AnswerOf<typeof companyRegistrationContract>> =>
  ask<typeof companyRegistrationContract>({ method: 'get', path: PATH, access: 'member', params: { companyId } })

/** @param key names the attempt: sent again on a bad network, it goes out once. */
export const sendRegistration = (
  companyId: string,
  body: BodyOf<typeof registerCompanyContract>,
  key: string,
): Promise<SubjectProgress> =>
  ask<typeof registerCompanyContract>({
    method: 'post',
    path: PATH,
    access: 'owner',
    params: { companyId },
    body,
    key,
  })
