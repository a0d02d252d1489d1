import type { SubjectKind } from '../status'
import type { Link } from './link'

export const SUBJECT_NAMES: Readonly<Record<SubjectKind, string>> = {
  registration: '企业注册',
  filing: '合同备案',
  application: '补贴申请',
  voucher: '算力券',
}

/** Where one sees how it stands; with something to correct, right at what is to be corrected. */
export function linkTo(
  { subjectKind, subjectId }: { readonly subjectKind: SubjectKind; readonly subjectId: string },
  companyId: string,
  toCorrect: boolean,
): Link {
  if (subjectKind === 'registration') return { page: 'registration', params: { companyId } }
  return { page: toCorrect ? 'corrections' : 'timeline', params: { companyId, submissionId: subjectId } }
}
