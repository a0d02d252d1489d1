import type { Step } from '../step'
import type { ApplicationStatus } from '../subject'

type After =
  | 'decided'
  | 'public_notice'
  | 'objection'
  | 'payment'
  | 'paid'
  | 'rejected'
  | 'withdrawn'
  | 'explanation_demanded'
  | 'recovery'
  | 'recovered'

/** An application from the decision on. Where `explanation_demanded` leads back to depends on where it came from. */
export const afterPublicNotice: Readonly<Record<After, Step<ApplicationStatus>>> = {
  decided: {
    label: '已决定',
    meaning: '省里已经开会决定，准备向社会公示。',
    holder: 'province',
    holderName: '省工信厅',
    next: '公示名单和金额。',
    successors: ['public_notice', 'explanation_demanded'],
    acts: [],
  },
  public_notice: {
    label: '公示中',
    meaning: '名单和金额正在公示，大家都可以提意见。您觉得有不对的地方，也可以提出异议。',
    holder: 'public',
    holderName: '正在公示',
    next: '公示期满没有问题，就安排拨付。',
    successors: ['objection', 'payment', 'explanation_demanded'],
    acts: ['object'],
  },
  objection: {
    label: '处理异议',
    meaning: '有人提出了异议，省里正在核实。',
    holder: 'province',
    holderName: '省工信厅',
    next: '核实以后接着公示，或者取消。',
    successors: ['public_notice', 'rejected', 'explanation_demanded'],
    acts: [],
    review: true,
  },
  payment: {
    label: '拨付中',
    meaning: '公示已经结束，钱正在拨付。',
    holder: 'province',
    holderName: '财政部门',
    next: '钱到公司账上。',
    successors: ['paid', 'explanation_demanded'],
    acts: [],
  },
  paid: {
    label: '已拨付',
    meaning: '钱已经拨到公司账上。请把材料和记录留好，以后可能要检查。',
    holder: 'nobody',
    holderName: '已经办完',
    next: '不用再做什么，留好材料备查。',
    successors: ['explanation_demanded'],
    acts: [],
  },
  rejected: {
    label: '没有通过',
    meaning: '这次申请没有通过，原因写在下面。',
    holder: 'nobody',
    holderName: '已经结束',
    next: '条件够了，下一轮可以再申请。',
    successors: [],
    acts: ['start_over'],
  },
  withdrawn: {
    label: '已撤回',
    meaning: '您已经撤回这份申请。',
    holder: 'nobody',
    holderName: '已经结束',
    next: '申请还开放的话，可以重新提交。',
    successors: [],
    acts: ['start_over'],
  },
  explanation_demanded: {
    label: '要求说明',
    meaning: '主管部门有疑问，要您说明情况。请看清问的是什么，在期限以前答复。',
    holder: 'applicant',
    holderName: '您自己',
    next: '说明清楚就回到原来的步骤；说不清楚可能要追回资金。',
    successors: ['recovery'],
    acts: ['explain'],
  },
  recovery: {
    label: '追回资金',
    meaning: '主管部门决定追回已经拨付的钱。请按通知退回。',
    holder: 'applicant',
    holderName: '您自己',
    next: '把钱退回指定的账户。',
    successors: ['recovered'],
    acts: ['repay'],
  },
  recovered: {
    label: '已追回',
    meaning: '钱已经退回，这件事结束了。',
    holder: 'nobody',
    holderName: '已经结束',
    next: '不用再做什么。',
    successors: [],
    acts: [],
  },
}
