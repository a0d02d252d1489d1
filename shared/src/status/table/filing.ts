import type { StepTable } from '../step'
import type { FilingStatus } from '../subject'

/** 合同备案（附件2）。 */
export const filingSteps: StepTable<FilingStatus> = {
  draft: {
    label: '还没提交',
    meaning: '备案还在您手里，平台还没有收到。请在签合同后 30 天内提交。',
    holder: 'applicant',
    holderName: '您自己',
    next: '提交以后，由平台核对合同。',
    successors: ['submitted'],
    acts: ['submit'],
  },
  submitted: {
    label: '已提交',
    meaning: '平台已经收到备案，正在核对合同。',
    holder: 'province',
    holderName: '省算力调度平台',
    next: '核对无误就备案成功；有问题会退回给您改。',
    successors: ['accepted', 'returned'],
    acts: [],
    review: true,
  },
  accepted: {
    label: '备案成功',
    meaning: '这份合同已经备案好了，申请补贴时可以用。',
    holder: 'nobody',
    holderName: '已经办完',
    next: '到了申报时间，用这份合同申请补贴。',
    successors: [],
    acts: [],
  },
  returned: {
    label: '退回修改',
    meaning: '平台把备案退回来了，请按写明的地方改好，再提交。',
    holder: 'applicant',
    holderName: '您自己',
    next: '改好以后重新提交。',
    successors: ['submitted'],
    acts: ['resubmit'],
  },
}
