import type { StepTable } from '../step'
import type { RegistrationStatus } from '../subject'

/** 企业注册：市级审核，再省级审核。 */
export const registrationSteps: StepTable<RegistrationStatus> = {
  draft: {
    label: '还没提交',
    meaning: '注册资料还在您手里，平台还没有收到。',
    holder: 'applicant',
    holderName: '您自己',
    next: '提交以后，由市里先审核。',
    successors: ['submitted'],
    acts: ['submit'],
  },
  submitted: {
    label: '已提交',
    meaning: '平台已经收到注册资料，正在排队等市里审核。',
    holder: 'city',
    holderName: '市工信局',
    next: '市里审核。',
    successors: ['city_review'],
    acts: [],
  },
  city_review: {
    label: '市级审核',
    meaning: '市里正在核对公司的资料。',
    holder: 'city',
    holderName: '市工信局',
    next: '通过以后，交给省里审核。',
    successors: ['province_review', 'rejected'],
    acts: [],
    review: true,
  },
  province_review: {
    label: '省级审核',
    meaning: '市里已经通过，省里正在审核。',
    holder: 'province',
    holderName: '省工信厅',
    next: '通过以后，注册就完成了。',
    successors: ['approved', 'rejected'],
    acts: [],
    review: true,
  },
  approved: {
    label: '注册成功',
    meaning: '公司已经在平台注册好了，可以在平台上买算力，也可以备案和申请补贴。',
    holder: 'nobody',
    holderName: '已经办完',
    next: '不用再做什么。',
    successors: [],
    acts: [],
  },
  rejected: {
    label: '没有通过',
    meaning: '这次注册没有通过。请看写明的原因，改好以后可以重新注册。',
    holder: 'applicant',
    holderName: '您自己',
    next: '改好资料，重新提交注册。',
    successors: [],
    acts: ['start_over'],
  },
}
