import { hasRightCheckCharacter } from '@suanhui/shared/credit-code'
import type { Deps } from '../../deps'
import type { RegisteredCompany } from '../../registry/registry'
import { takeLookUp } from './look-up'

interface NewCompany {
  readonly creditCode: string
  readonly confirmCheckDigit?: true
}

/**
 * What the registry says of a company that is being registered here; undefined where it cannot be asked, or does not
 * know it. A code that may be mistyped is not asked for, and whoever looked up too often registers without.
 */
export async function registeredCompany(
  world: Pick<Deps, 'companyRegistry' | 'database' | 'clock'>,
  personId: string,
  { creditCode, confirmCheckDigit }: NewCompany,
): Promise<RegisteredCompany | undefined> {
  const { companyRegistry } = world
  if (companyRegistry === undefined) return undefined
  if (!hasRightCheckCharacter(creditCode) && confirmCheckDigit !== true) return undefined
  if ((await takeLookUp(world, personId)) > 0) return undefined
  const answer = await companyRegistry.byCreditCode(creditCode)
  return answer.result === 'found' ? answer.value : undefined
}
