import type { CheckUpAnswer } from '@suanhui/shared/api'
import { fieldOf, forms } from '@suanhui/shared/forms'
import { formatFen, wan } from '@suanhui/shared/money'
import type { Assembled } from './assemble'

type FieldToMend = CheckUpAnswer['fields'][number]

const CITE = '二(九)'

function problem(field: string, message: string, remedy: string, cite = CITE): FieldToMend {
  return { form: 'claim', field, label: fieldOf(forms.claim, field)?.label ?? field, message, remedy, cite }
}

/** The document's 总额: over all vouchers of a company. */
function sumProblems({ forms: { claim }, others, draft }: Assembled): readonly FieldToMend[] {
  const claimed = draft.step === 'claim' ? draft.claimedFen : undefined
  if (claimed === undefined || others === undefined || others.sumFen === 0) return []
  const more = claim?.leadsNationalProject?.value === true || claim?.developsLargeModel?.value === true
  const mostFen = wan(more ? 200 : 100)
  const leftFen = Math.max(0, mostFen - others.sumFen)
  if (claimed <= leftFen) return []
  const message = `一家的算力券总额最多${formatFen(mostFen)}，别的券已经有${formatFen(others.sumFen)}。`
  const remedy = leftFen > 0 ? `请改成${formatFen(leftFen)}或者更少。` : '不能再申领了。'
  return [problem('claimedFen', message, remedy)]
}

/** What the rules say against a claim that nothing on the form shows by itself. */
export function claimProblems(all: Assembled): readonly FieldToMend[] {
  if (all.row.step !== 'claim') return []
  const { decision, forms: filled, others, papers } = all
  const problems: FieldToMend[] = [...sumProblems(all)]
  if (filled.claim?.otherProvincialFunds?.value === true) {
    const message = '同一件事已经拿过其他省级财政资金的，不能再申领。'
    problems.push(problem('otherProvincialFunds', message, '选错了的，请改过来。', '五'))
  }
  if (decision?.status === 'ineligible') {
    const message = '按文件，现在不符合申领条件：要用山西的算力，单位是企业、高校或者科研机构。'
    problems.push(problem('contracts', message, '请核对单位类型，和合同里的算力服务方是不是在山西。'))
  }
  if (papers.some(({ id, kind }) => kind === 'contract' && others?.contracts.includes(id))) {
    problems.push(problem('contracts', '这份合同已经申领过一张算力券了。', '请换一份合同，或者等那一张办完。'))
  }
  return problems
}
