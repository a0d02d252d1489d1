import type { ApplicantAct, Step } from './step'
import type { Status, SubjectKind, SubjectState } from './subject'
import { applicationSteps } from './table/application'
import { filingSteps } from './table/filing'
import { registrationSteps } from './table/registration'
import { voucherSteps } from './table/voucher'

/** The one table of states and successors: the server, the sandbox and the mini-program read it. */
export const steps: Readonly<Record<SubjectKind, Readonly<Partial<Record<Status, Step>>>>> = {
  registration: registrationSteps,
  filing: filingSteps,
  application: applicationSteps,
  voucher: voucherSteps,
}

/** @throws {RangeError} where a subject of this kind has no such state. */
export function stepOf({ kind, status }: Pick<SubjectState, 'kind' | 'status'>): Step {
  const step = steps[kind][status]
  if (step === undefined) throw new RangeError(`a ${kind} is never ${status}`)
  return step
}

export const isStatusOf = (kind: SubjectKind, status: string): status is Status => Object.hasOwn(steps[kind], status)

export const statusesOf = (kind: SubjectKind): readonly Status[] =>
  Object.keys(steps[kind]).filter((status) => isStatusOf(kind, status))

/** Nothing comes after it. */
export const isTerminal = (subject: Pick<SubjectState, 'kind' | 'status'>): boolean =>
  stepOf(subject).successors.length === 0

/** Where it may go from here: with an explanation demanded, also back to where it was. */
export const successorsOf = (subject: Pick<SubjectState, 'kind' | 'status' | 'resume'>): readonly Status[] => {
  const { successors } = stepOf(subject)
  const leadsBack = subject.status === 'explanation_demanded' && subject.resume !== undefined
  return leadsBack ? [...successors, subject.resume] : successors
}

/** What the applicant may do now. */
export const actsOf = (subject: Pick<SubjectState, 'kind' | 'status'>): readonly ApplicantAct[] => stepOf(subject).acts

export const mayAct = (subject: Pick<SubjectState, 'kind' | 'status'>, act: ApplicantAct): boolean =>
  actsOf(subject).includes(act)

/** Every state that may come at some time after this one, itself not counted unless it comes again. */
export function reachableFrom(kind: SubjectKind, status: Status): ReadonlySet<Status> {
  const found = new Set<Status>()
  const look = [status]
  for (let at = look.pop(); at !== undefined; at = look.pop()) {
    for (const next of steps[kind][at]?.successors ?? []) {
      if (found.has(next)) continue
      found.add(next)
      look.push(next)
    }
  }
  return found
}

/** What people read of a state that we have no word for. */
export const UNKNOWN_LABEL = '平台新状态'

/** The label of where it stands; the platform's own words stand in `unknown`. */
export const labelOf = (subject: Pick<SubjectState, 'kind' | 'status' | 'unknown'>): string =>
  subject.unknown === undefined ? stepOf(subject).label : UNKNOWN_LABEL
