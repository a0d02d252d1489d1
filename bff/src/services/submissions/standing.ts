import type { Standing } from '@suanhui/shared/api'
import {
  actsOf,
  type CorrectionItem,
  isTerminal,
  labelOf,
  newSubject,
  type SubjectState,
  stepOf,
} from '@suanhui/shared/status'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { findSubject, type SubjectRow } from '../../stores/platforms'
import type { SubmissionRow } from '../../stores/submissions'
import { kindOf } from './steps'
import { usualDays } from './usual-days'

/** Where the platform has it; `draft` before it was ever sent. */
export interface Progress {
  readonly subject: SubjectRow | undefined
  readonly state: SubjectState
}

export async function progressOf(queries: Queries, row: SubmissionRow): Promise<Progress> {
  const subject = await findSubject(queries, row.company_id, row.id)
  // JSON drops what is undefined: laid over a new one, the state has every field again.
  return { subject, state: { ...newSubject(kindOf[row.step]), ...subject?.state } }
}

/** A draft, what was refused, and what was sent back; never what has ended. */
export const isEditable = (row: SubmissionRow, { state }: Progress): boolean =>
  !isTerminal(state) &&
  (row.sending === 'draft' || row.sending === 'refused' || (row.sending === 'sent' && row.reopened))

/** Done once, an act is not offered again before the platform has answered it. */
export const hasActed = (row: SubmissionRow, { state }: Progress, act: string): boolean =>
  row.act === act && row.act_sequence === state.sequence

function actsNow(row: SubmissionRow, progress: Progress): string[] {
  if (row.sending === 'queued') return []
  if (row.sending === 'sent' && progress.state.status === 'draft') return []
  const acts = actsOf(progress.state).filter((act) => !hasActed(row, progress, act))
  return acts.filter((act) => (act !== 'resubmit' && act !== 'redeem') || isEditable(row, progress))
}

const itemOf = ({ id, about, kind, note, dueOn, resolvedAt }: CorrectionItem): Standing['items'][number] => ({
  id,
  ...about,
  kind,
  note,
  dueOn: dueOn ?? null,
  resolved: resolvedAt !== undefined,
})

const ON_ITS_WAY = {
  label: '正在送出',
  meaning: '已经交上来了，正在送到平台；平台一时连不上也会一直送，不用再交。',
  holderName: '算惠通',
  next: '平台收到了，会马上告诉您。',
} as const
const TAKEN = {
  label: '平台已收到',
  meaning: '平台已经收到，还没有开始办。',
  holderName: '平台',
  next: '平台开始办了，会马上告诉您。',
} as const

/** Sent, and the platform has not said more yet: the table's words would say that it lies with the applicant. */
function underWay({ sending, reopened }: SubmissionRow, { state: { status, unknown } }: Progress) {
  const withApplicant = status === 'draft' || status === 'returned' || status === 'issued'
  if (!withApplicant || unknown !== undefined) return {}
  if (sending === 'queued') return ON_ITS_WAY
  return sending === 'sent' && !reopened ? TAKEN : {}
}

async function sinceOf(queries: Queries, row: SubmissionRow): Promise<Date | null> {
  const last = await queries
    .selectFrom('platform_events')
    .select('occurred_at')
    .where('subject_id', '=', row.id)
    .where('outcome', '!=', 'ignored')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.occurred_at ?? row.submitted_at
}

/** Where it stands, in words. */
export async function standingOf(
  { clock }: Pick<Deps, 'clock'>,
  queries: Queries,
  row: SubmissionRow,
  progress: Progress,
): Promise<Standing> {
  const { state } = progress
  const { meaning, holderName, next } = stepOf(state)
  const usual = state.status === 'draft' ? null : await usualDays(queries, kindOf[row.step], state.status, clock())
  return {
    status: state.status,
    label: labelOf(state),
    meaning,
    holderName,
    next,
    ...underWay(row, progress),
    acts: actsNow(row, progress),
    items: state.items.map(itemOf),
    unknown: state.unknown ?? null,
    usualDays: usual?.days ?? null,
    usualCases: usual?.cases ?? null,
    since: (await sinceOf(queries, row))?.toISOString() ?? null,
  }
}
