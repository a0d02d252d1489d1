import { AppError } from '../../errors'
import { agreesTo } from '../../stores/consents'
import type { Queries } from '../../stores/database'

/**
 * Before anything of a company's and its people's is handed to a platform: whoever sends it must have agreed to that,
 * and not taken it back.
 * @throws {AppError} CONSENT_NEEDED
 */
export async function needSharingConsent(queries: Queries, personId: string): Promise<void> {
  if (await agreesTo(queries, personId, 'sharing_with_platform')) return
  throw new AppError('CONSENT_NEEDED', '还没有交上去：要先请您同意，把填的表和材料交给政府的平台审核')
}
