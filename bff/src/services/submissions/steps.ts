import type { FormId } from '@suanhui/shared/forms'
import type { SubjectKind } from '@suanhui/shared/status'
import type { SlotId } from '@suanhui/shared/submission'
import { AppError } from '../../errors'
import type { PlatformId } from '../../platforms/platform'
import type { SubmissionRow } from '../../stores/submissions'

type Step = SubmissionRow['step']

/** 湘工信信息软件〔2026〕168号: the one measure that is applied for with 附件1–4. */
export const MEASURE = 'hn-2026-168/compute-voucher'
/** 晋政办发〔2024〕35号 二(九) */
export const VOUCHER_MEASURE = 'sx-2024-35/compute-voucher'

export const measureOf: Readonly<Record<Step, string>> = {
  filing: MEASURE,
  application: MEASURE,
  claim: VOUCHER_MEASURE,
  redemption: VOUCHER_MEASURE,
}

export const platformOf: Readonly<Record<Step, PlatformId>> = {
  filing: 'hunan-scheduling',
  application: 'hunan-projects',
  claim: 'shanxi-dispatch',
  redemption: 'shanxi-dispatch',
}

/** What the platform calls it: a voucher is claimed and redeemed, and is one subject all the while. */
export const kindOf: Readonly<Record<Step, SubjectKind>> = {
  filing: 'filing',
  application: 'application',
  claim: 'voucher',
  redemption: 'voucher',
}

/** The forms that a step sends. */
export const formsOf: Readonly<Record<Step, readonly FormId[]>> = {
  filing: ['filing'],
  application: ['demand', 'application', 'report'],
  claim: ['claim'],
  redemption: ['redemption'],
}

/** Every slot that a step may have, whatever the company's facts say. */
export const slotIdsOf: Readonly<Record<Step, readonly SlotId[]>> = {
  filing: ['contract', 'filing-form', 'other'],
  application: [
    'contract',
    'invoice',
    'payment',
    'proof',
    'demand-form',
    'application-form',
    'report',
    'filing-form',
    'other',
  ],
  claim: ['contract', 'other'],
  redemption: ['contract', 'invoice', 'payment', 'proof', 'other'],
}

export const noSuchSubmission = (): AppError =>
  new AppError('NOT_FOUND', '没有这份备案、申请或者算力券，可能已经删掉了')
export const changedElsewhere = (): AppError => new AppError('CONFLICT', '别处刚改过这一份，请先看看新的内容，再接着改')
export const notEditable = (): AppError => new AppError('CONFLICT', '这一份已经交上去了，现在不能改')

export const whichOf = ({ id, company_id }: SubmissionRow) => ({ submissionId: id, companyId: company_id })
