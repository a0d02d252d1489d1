import { type Fen, formatFen } from '../money'
import { type CheckContext, checkPapers, type Finding, isError, type Paper, paperNames } from '../papers'
import type { Answer, SubmissionDraft } from './draft'
import { type PaperSlot, slotsOf } from './slots'

/** A field that a form cannot do without, as the form defines it. */
export interface NeededField {
  readonly form: string
  readonly field: string
  readonly label: string
}

/** Where a check-up names the rules themselves, beside the fields of the forms. */
export const RULES_FIELD = 'rules'

/** What is wrong with a slot: a paper missing, one too many, or one that does not belong there. */
export interface SlotProblem {
  readonly slot: PaperSlot
  readonly message: string
  readonly remedy: string
}

/** An answer that does not fit what the rules allow. */
export interface AnswerProblem {
  readonly form: string
  readonly field: string
  readonly message: string
  readonly remedy: string
  readonly cite: string
}

export interface CheckUp {
  readonly findings: readonly Finding[]
  /** Warnings nobody has confirmed yet. */
  readonly toConfirm: readonly Finding[]
  readonly missingFields: readonly NeededField[]
  readonly slotProblems: readonly SlotProblem[]
  readonly answerProblems: readonly AnswerProblem[]
  /** No errors, nothing missing, every warning confirmed. */
  readonly ready: boolean
}

export interface CheckUpContext {
  readonly checks: CheckContext
  /** Of the forms of this step; what a form needs only sometimes is in it only then. */
  readonly needed: readonly NeededField[]
}

function isBlank(answer: Answer | undefined): boolean {
  if (answer === undefined) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'object' && answer.length === 0
}

const idsIn = (draft: SubmissionDraft, slot: PaperSlot): readonly string[] => draft.papers[slot.id] ?? []

/** The papers of a draft in the order of its slots; one that stands in two slots is checked once. */
export function papersOf(
  draft: SubmissionDraft,
  papers: readonly Paper[],
  slots: readonly PaperSlot[],
): readonly Paper[] {
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const ids = [...new Set(slots.flatMap((slot) => idsIn(draft, slot)))]
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function problemsOf(slot: PaperSlot, ids: readonly string[], papers: readonly Paper[]): readonly SlotProblem[] {
  const inside = papers.filter(({ id }) => ids.includes(id))
  const wrong = inside.filter(({ kind }) => !slot.kinds.includes(kind))
  const gone = ids.length - new Set(inside.map(({ id }) => id)).size
  const problems: SlotProblem[] = wrong.map(({ kind }) => ({
    slot,
    message: `“${slot.label}”里放了一份${paperNames[kind]}。`,
    remedy: '请放到对的地方；认错了的，请改它的种类。',
  }))
  if (gone > 0)
    problems.push({ slot, message: `“${slot.label}”里有${gone}份已经删掉了。`, remedy: '请重新放进来，或者拿掉。' })
  if (inside.length < slot.least)
    problems.push({ slot, message: `还缺“${slot.label}”。`, remedy: '请拍照或者选文件放进来。' })
  if (inside.length > slot.most)
    problems.push({
      slot,
      message: `“${slot.label}”最多放${slot.most}份，现在有${inside.length}份。`,
      remedy: '请拿掉多余的。',
    })
  return problems
}

/** The most that the rules give for what was decided; null where nothing bounds it. */
function ceilingOf(draft: SubmissionDraft): Fen | null {
  return 'decided' in draft ? (draft.decided?.decision.amount?.maxFen ?? null) : null
}

function claimProblems(draft: SubmissionDraft, { clauses }: CheckContext['rules']): readonly AnswerProblem[] {
  const ceiling = ceilingOf(draft)
  const claimed = 'claimedFen' in draft ? draft.claimedFen : undefined
  if (ceiling === null || claimed === undefined || claimed <= ceiling) return []
  const onContracts = draft.step === 'claim'
  const least = onContracts ? '按合同金额最多能申领的' : '按已经结算的费用最多能申请的'
  return [
    {
      form: draft.step,
      field: 'claimedFen',
      message: `${onContracts ? '申领' : '申请'}金额${formatFen(claimed)}，比${least}${formatFen(ceiling)}多。`,
      remedy: `请改成${formatFen(ceiling)}或者更少。`,
      cite: clauses.settled ?? '附件3',
    },
  ]
}

/** Whether invoices and payments are in it, or the contract alone. */
const settles = (step: SubmissionDraft['step']): boolean => step === 'application' || step === 'redemption'

/**
 * What stands between a draft and its being sent. Run on the phone as the person works, and again by the server with
 * the register and the used invoices at hand: only that run lets it go.
 */
export function checkUp(draft: SubmissionDraft, papers: readonly Paper[], context: CheckUpContext): CheckUp {
  const slots = slotsOf(draft.step, context.checks.viaPlatform)
  const sent = papersOf(draft, papers, slots)
  const findings = checkPapers(sent, { ...context.checks, step: settles(draft.step) ? 'application' : 'filing' })
  const confirmed = new Set(draft.confirmedFindings)
  const toConfirm = findings.filter((finding) => !isError(finding) && !confirmed.has(finding.id))
  const missingFields = context.needed.filter(({ form, field }) => isBlank(draft.answers[form]?.[field]))
  const slotProblems = slots.flatMap((slot) => problemsOf(slot, idsIn(draft, slot), sent))
  const answerProblems = claimProblems(draft, context.checks.rules)
  const stopped = missingFields.length + slotProblems.length + answerProblems.length + toConfirm.length > 0
  return {
    findings,
    toConfirm,
    missingFields,
    slotProblems,
    answerProblems,
    ready: !stopped && !findings.some(isError),
  }
}
