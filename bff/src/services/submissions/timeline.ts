import type { Timeline } from '@suanhui/shared/api'
import { isStatusOf, type SubjectKind, stepOf, UNKNOWN_LABEL } from '@suanhui/shared/status'
import type { Deps } from '../../deps'
import { registry } from '../../platforms/index'
import type { Verb } from '../../platforms/platform'
import type { Queries } from '../../stores/database'
import { type EventRow, timelineOf } from '../../stores/platforms'
import type { SubmissionRow } from '../../stores/submissions'
import { progressOf, standingOf } from './standing'
import { kindOf } from './steps'
import { inOrder, type SentByUs } from './timeline-order'

type Entry = Timeline['entries'][number]

function ofEvent(kind: SubjectKind, { occurred_at, outcome, data: { change } }: EventRow): Entry {
  const at = occurred_at.toISOString()
  if (outcome === 'applied') {
    if (change.type === 'moved' && isStatusOf(kind, change.to)) {
      const { label, meaning } = stepOf({ kind, status: change.to })
      return { at, label, text: meaning, ...(change.note !== undefined && { note: change.note }) }
    }
    if (change.type === 'passed') {
      const who = change.department === 'industry' ? '市工信局' : '市财政局'
      return { at, label: `${who}通过`, text: `${who}已经审核通过。` }
    }
    if (change.type === 'item_opened') {
      return { at, label: '要求补正', text: '审核的人写了要改的地方。', note: change.item.note }
    }
    if (change.type === 'item_withdrawn') return { at, label: '取消一项补正', text: '有一处不用改了。' }
  }
  const words = change.type === 'unknown' ? change.words : change.type === 'moved' ? (change.note ?? change.to) : ''
  return { at, label: UNKNOWN_LABEL, text: '平台报来一个新情况，下面是平台的原话。', note: words }
}

const DONE: Readonly<Partial<Record<Verb, string>>> = {
  submitFiling: '提交备案',
  resubmitFiling: '改好再交',
  submitApplication: '提交申请',
  resubmitApplication: '补正以后再交',
  withdrawApplication: '申请撤回',
  raiseObjection: '提出异议',
  explain: '作出说明',
  claimVoucher: '申领算力券',
  redeemVoucher: '申请兑付',
}

/** What the company did, and how the platform took it. */
async function ofWrites(queries: Queries, { id, platform }: SubmissionRow): Promise<readonly SentByUs[]> {
  const rows = await queries
    .selectFrom('platform_writes')
    .select(['verb', 'state', 'refusal', 'receipt_number', 'queued_at', 'answered_at'])
    .where('subject_id', '=', id)
    .orderBy('queued_at')
    .execute()
  const { name } = registry[platform]
  return rows.map(({ verb, state, refusal, receipt_number, queued_at, answered_at }): SentByUs => {
    const refused = state === 'refused'
    const sent: Entry = { at: queued_at.toISOString(), label: DONE[verb] ?? '送出', text: `已经交上来，送往${name}。` }
    if (answered_at === null || state === 'queued') return { verb, sent, refused }
    const at = answered_at.toISOString()
    const receipt = receipt_number === null ? '' : `，受理编号${receipt_number}`
    const answered: Entry = refused
      ? { at, label: '平台没有收', text: `${name}没有收。`, note: refusal ?? '' }
      : { at, label: '平台已收到', text: `${name}收到了${receipt}。` }
    return { verb, sent, answered, refused }
  })
}

/** Where it stands and all that happened, the newest first. */
export async function describeTimeline(
  world: Pick<Deps, 'clock'>,
  queries: Queries,
  row: SubmissionRow,
): Promise<Timeline> {
  const kind = kindOf[row.step]
  const told = (await timelineOf(queries, row.id)).map((event) => ({
    entry: ofEvent(kind, event),
    change: event.data.change,
  }))
  const progress = await progressOf(queries, row)
  return {
    standing: await standingOf(world, queries, row, progress),
    entries: [...inOrder(told, await ofWrites(queries, row))],
  }
}
