import type { FormId } from '@suanhui/shared/forms'
import type { SlotId } from '@suanhui/shared/submission'
import { AppError } from '../../errors'
import type { PlatformId } from '../../platforms/platform'
import type { SubmissionRow } from '../../stores/submissions'

type Step = SubmissionRow['step']

/** 湘工信信息软件〔2026〕168号: the one measure that is applied for with these forms. */
export const MEASURE = 'hn-2026-168/compute-voucher'

export const platformOf: Readonly<Record<Step, PlatformId>> = {
  filing: 'hunan-scheduling',
  application: 'hunan-projects',
}

/** The forms that a step sends. */
export const formsOf: Readonly<Record<Step, readonly FormId[]>> = {
  filing: ['filing'],
  application: ['demand', 'application', 'report'],
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
}

export const noSuchSubmission = (): AppError => new AppError('NOT_FOUND', '没有这份备案或者申请，可能已经删掉了')
export const changedElsewhere = (): AppError => new AppError('CONFLICT', '别处刚改过这一份，请先看看新的内容，再接着改')
export const notEditable = (): AppError => new AppError('CONFLICT', '这一份已经交上去了，现在不能改')

export const whichOf = ({ id, company_id }: SubmissionRow) => ({ submissionId: id, companyId: company_id })
