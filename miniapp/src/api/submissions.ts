import type {
  actContract,
  BodyOf,
  CheckUpAnswer,
  checkUpContract,
  chooseRulesContract,
  deleteSubmissionContract,
  editSubmissionContract,
  newSubmissionContract,
  RoundList,
  RuleChanges,
  roundsContract,
  ruleChangesContract,
  SubmissionDetail,
  SubmissionList,
  submissionContract,
  submissionsContract,
  submitContract,
  Timeline,
  ToDoList,
  timelineContract,
  toDoContract,
} from '@suanhui/shared/api'
import { ask } from './ask'

/** Which submission of which company. */
export interface SubmissionRef {
  readonly companyId: string
  readonly submissionId: string
}

const BASE = '/v1/companies/{companyId}/submissions'

export const readSubmissions = (companyId: string): Promise<SubmissionList> =>
  ask<typeof submissionsContract>({ method: 'get', path: BASE, access: 'member', params: { companyId } })

/** @param key names the attempt: pressed twice, one submission begins. */
export const beginSubmission = (
  companyId: string,
  body: BodyOf<typeof newSubmissionContract>,
  key: string,
): Promise<SubmissionDetail> =>
  ask<typeof newSubmissionContract>({ method: 'post', path: BASE, access: 'member', params: { companyId }, body, key })

export const readSubmission = (params: SubmissionRef): Promise<SubmissionDetail> =>
  ask<typeof submissionContract>({ method: 'get', path: `${BASE}/{submissionId}`, access: 'member', params })

/** Saves only what was changed. Throws `CONFLICT` where somebody else was faster. */
export const editSubmission = (
  params: SubmissionRef,
  body: BodyOf<typeof editSubmissionContract>,
): Promise<SubmissionDetail> =>
  ask<typeof editSubmissionContract>({ method: 'put', path: `${BASE}/{submissionId}`, access: 'member', params, body })

export const deleteSubmission = (params: SubmissionRef): Promise<void> =>
  ask<typeof deleteSubmissionContract>({ method: 'delete', path: `${BASE}/{submissionId}`, access: 'member', params })

export const readCheckUp = (params: SubmissionRef): Promise<CheckUpAnswer> =>
  ask<typeof checkUpContract>({ method: 'get', path: `${BASE}/{submissionId}/check-up`, access: 'member', params })

export const readRuleChanges = (params: SubmissionRef): Promise<RuleChanges> =>
  ask<typeof ruleChangesContract>({
    method: 'get',
    path: `${BASE}/{submissionId}/rule-changes`,
    access: 'member',
    params,
  })

/** Throws `CONFLICT` where the rules changed again, or the newer ones have to be taken. */
export const chooseRules = (
  params: SubmissionRef,
  body: BodyOf<typeof chooseRulesContract>,
): Promise<SubmissionDetail> =>
  ask<typeof chooseRulesContract>({
    method: 'put',
    path: `${BASE}/{submissionId}/rule-changes`,
    access: 'member',
    params,
    body,
  })

/** @param key names the attempt: sent again on a bad network, it is submitted once. */
export const submit = (params: SubmissionRef, version: number, key: string): Promise<SubmissionDetail> =>
  ask<typeof submitContract>({
    method: 'post',
    path: `${BASE}/{submissionId}/submit`,
    access: 'member',
    params,
    body: { version },
    key,
  })

export const act = (params: SubmissionRef, body: BodyOf<typeof actContract>, key: string): Promise<SubmissionDetail> =>
  ask<typeof actContract>({ method: 'post', path: `${BASE}/{submissionId}/acts`, access: 'member', params, body, key })

export const readTimeline = (params: SubmissionRef): Promise<Timeline> =>
  ask<typeof timelineContract>({ method: 'get', path: `${BASE}/{submissionId}/timeline`, access: 'member', params })

export const readToDo = (): Promise<ToDoList> =>
  ask<typeof toDoContract>({ method: 'get', path: '/v1/me/todo', access: 'person' })

export const readRounds = (): Promise<RoundList> =>
  ask<typeof roundsContract>({ method: 'get', path: '/v1/rounds', access: 'public' })
