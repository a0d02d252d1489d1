import type { Timeline } from '@suanhui/shared/api'
import type { Change } from '@suanhui/shared/status'
import type { Verb } from '../../platforms/platform'

type Entry = Timeline['entries'][number]

/** News of the platform, in its sequence. */
export interface ToldByPlatform {
  readonly entry: Entry
  readonly change: Change
}

/** What the company sent. */
export interface SentByUs {
  readonly verb: Verb
  readonly sent: Entry
  /** How the platform took it; absent while it has not answered. */
  readonly answered?: Entry
  readonly refused: boolean
}

/** What the platform makes of what it took in: that comes after, whatever the clocks and our own records say. */
const MAKES: Readonly<Partial<Record<Verb, string>>> = {
  submitFiling: 'submitted',
  resubmitFiling: 'submitted',
  submitApplication: 'submitted',
  resubmitApplication: 'submitted',
  withdrawApplication: 'withdrawn',
  raiseObjection: 'objection',
  claimVoucher: 'claimed',
  redeemVoucher: 'redeemed',
}

/** Of the same moment: what was sent, how it was answered, and then what came of it. */
const SENT = 0
const ANSWERED = 1
const TOLD = 2

interface Placed {
  readonly at: number
  /** Among those of the same moment; what belongs to news stands right before it. */
  readonly turn: number
  readonly entry: Entry
}

/**
 * All that happened, the newest first. News stands in the platform's sequence, and what was sent stands before what came
 * of it: an answer that reached us late, or a clock that is wrong, moves it, and its time, to where it must have been, so
 * that the times that people read never run backwards. The n-th thing sent that makes a status goes with the n-th news
 * of that status.
 */
export function inOrder(told: readonly ToldByPlatform[], sent: readonly SentByUs[]): readonly Entry[] {
  const placed: Placed[] = []
  let latest = Number.NEGATIVE_INFINITY
  const news = told.map(({ entry, change }, index) => {
    latest = Math.max(latest, Date.parse(entry.at))
    placed.push({ at: latest, turn: index * 3 + TOLD, entry })
    return { at: latest, index, to: change.type === 'moved' ? change.to : undefined }
  })
  const free = new Set(news)
  const bySending = [...sent].sort((a, b) => Date.parse(a.sent.at) - Date.parse(b.sent.at))
  for (const { verb, sent: sending, answered, refused } of bySending) {
    const made = refused ? undefined : [...free].find(({ to }) => to !== undefined && to === MAKES[verb])
    if (made !== undefined) free.delete(made)
    const before = made?.at ?? Number.POSITIVE_INFINITY
    const turn = (made?.index ?? -1) * 3
    const sentAt = Math.min(Date.parse(sending.at), before)
    placed.push({ at: sentAt, turn: turn + SENT, entry: sending })
    if (answered === undefined) continue
    const answeredAt = Math.min(Math.max(Date.parse(answered.at), sentAt), before)
    placed.push({ at: answeredAt, turn: turn + ANSWERED, entry: answered })
  }
  return placed
    .sort((a, b) => b.at - a.at || b.turn - a.turn)
    .map(({ at, entry }) => ({ ...entry, at: new Date(at).toISOString() }))
}
