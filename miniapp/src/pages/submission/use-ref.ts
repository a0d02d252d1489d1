import type { SubmissionRef } from '../../api/submissions'
import { useParam } from '../../navigation'

/** The submission that the address of this page names. */
export const useRefOfPage = (): SubmissionRef => ({ companyId: useParam('company'), submissionId: useParam('id') })
