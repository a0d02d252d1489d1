import type { CheckUpAnswer } from '@suanhui/shared/api'
import { formatDate } from '@suanhui/shared/date'
import {
  type FormId,
  type FormProblem,
  fieldOf,
  forms,
  neededFields,
  unprintableIn,
  unprintableWords,
  validateForm,
} from '@suanhui/shared/forms'
import { formatFen } from '@suanhui/shared/money'
import type { Finding, SubsidyBase } from '@suanhui/shared/papers'
import { type CheckUp, checkUp, RULES_FIELD } from '@suanhui/shared/submission'
import type { Assembled } from './assemble'
import { isOpen } from './rounds'
import { formsOf } from './steps'
import { claimProblems } from './voucher-claims'
import { filedPurchase } from './write-of'

type FieldToMend = CheckUpAnswer['fields'][number]

export interface Checked {
  readonly checked: CheckUp
  readonly answer: CheckUpAnswer
}

const labelOf = (form: FormId, id: string): string => {
  const field = fieldOf(forms[form], id)
  return field === undefined ? id : `${field.group ?? ''}${field.label}`
}

const toMend = ({ form, field, row, column, message, cite }: FormProblem): FieldToMend => ({
  form,
  field,
  ...(row !== undefined && { row }),
  ...(column !== undefined && { column }),
  label: labelOf(form, field),
  message,
  ...(cite !== undefined && { cite }),
})

/** The window, for an application that the platform never took: one that came back is sent again when it is mended. */
function roundProblems({ row, context }: Assembled): readonly FieldToMend[] {
  const { round } = row
  if (round === null || row.receipt_number !== null || isOpen(round, context.today)) return []
  const early = context.today < round.opensOn
  const message = early
    ? `“${round.name}”${formatDate(round.opensOn)}才开始，到那天就可以提交。`
    : `“${round.name}”${formatDate(round.closesOn)}已经截止了。`
  const remedy = early ? '现在可以先准备好。' : '请等下一轮，再开始一份新的申请。'
  return [{ form: 'application', field: 'roundId', label: '申报轮次', message, remedy }]
}

/** Newer rules that nobody has looked at yet: by which it goes on is for a person to say. */
function rulesProblems({ row, changes }: Assembled): readonly FieldToMend[] {
  if (changes?.state !== 'open') return []
  const message = '这项政策的规定有变化，请先看清楚改了什么，再选按哪个规定办。'
  return [{ form: row.step, field: RULES_FIELD, label: '政策规定', message }]
}

/** What the platform asks of a filing beside the form: who sold, when, for how much. */
function purchaseProblems(all: Assembled): readonly FieldToMend[] {
  if (all.row.step !== 'filing') return []
  const { providerCreditCode } = filedPurchase(all)
  const contract = all.papers.find(({ kind }) => kind === 'contract')
  if (contract === undefined || providerCreditCode !== undefined) return []
  const message = '合同上没有卖方的统一社会信用代码，名录里也没有找到这家。'
  const remedy = '请在合同材料里补上“乙方统一社会信用代码”，发票上有。'
  return [{ form: 'filing', field: 'contracts', label: labelOf('filing', 'contracts'), message, remedy }]
}

function fieldsToMend(all: Assembled, { answerProblems }: CheckUp): readonly FieldToMend[] {
  const problems = formsOf[all.row.step].flatMap((id) => validateForm(forms[id], all.forms[id] ?? {}))
  const seen = new Set(problems.map(({ form, field }) => `${form}.${field}`))
  const more = answerProblems
    .filter(({ form, field }) => !seen.has(`${form}.${field}`))
    .map(({ form, field, message, remedy, cite }) => ({
      form,
      field,
      label: labelOf(all.row.step, field),
      message,
      remedy,
      cite,
    }))
  return [
    ...problems.map(toMend),
    ...more,
    ...purchaseProblems(all),
    ...roundProblems(all),
    ...rulesProblems(all),
    ...claimProblems(all),
  ]
}

const findingOf = (finding: Finding, confirmed: ReadonlySet<string>): CheckUpAnswer['findings'][number] => {
  const { id, rule, severity, paperId, field, message, remedy, cite, related } = finding
  return {
    id,
    rule,
    severity,
    paperId,
    ...(field !== undefined && { field }),
    message,
    remedy,
    cite,
    related,
    confirmed: severity === 'warning' && confirmed.has(id),
  }
}

const baseOf = ({ baseFen, settledFen, excludedFen, trail }: SubsidyBase): NonNullable<CheckUpAnswer['base']> => ({
  baseFen,
  settledFen,
  excludedFen,
  lines: trail.map(({ paperId, countedFen, notes }) => ({
    paperId,
    countedFen,
    words: [`算进去${formatFen(countedFen)}。`, ...notes].join(''),
  })),
})

/** What the printed forms cannot show: nothing that holds it up, but to be known before printing. */
const unprintableOf = ({ row, forms: filled }: Assembled): CheckUpAnswer['unprintable'] =>
  formsOf[row.step].flatMap((form) =>
    unprintableIn(forms[form], filled[form] ?? {}).map(({ field: { id }, characters }) => ({
      form,
      field: id,
      label: labelOf(form, id),
      message: unprintableWords(characters),
    })),
  )

/** What stands between the submission and its being sent. Only the server's word lets it go. */
export function checkSubmission(all: Assembled): Checked {
  const needed = formsOf[all.row.step].flatMap((id) => neededFields(forms[id], all.forms[id] ?? {}))
  const checked = checkUp(all.draft, all.papers, { checks: all.context, needed })
  const fields = fieldsToMend(all, checked)
  const confirmed = new Set(all.draft.confirmedFindings)
  return {
    checked,
    answer: {
      ready: checked.ready && fields.length === 0,
      findings: checked.findings.map((finding) => findingOf(finding, confirmed)),
      fields,
      slots: checked.slotProblems.map(({ slot, message, remedy }) => ({
        slot: slot.id,
        label: slot.label,
        message,
        remedy,
      })),
      ...(all.base && { base: baseOf(all.base) }),
      unprintable: unprintableOf(all),
      registerMissing: all.registerMissing,
    },
  }
}
