import { readRegistrations } from '../../api/registration'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { goTo } from '../../navigation'
import { useLoaded } from '../../use-loaded'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { casesCopy as copy } from './copy'

/** Says so while the company is not registered with a platform yet; when that cannot be read, nothing. */
export function RegistrationHint({ companyId }: { readonly companyId: string }) {
  const { value, reload } = useLoaded(() => readRegistrations(companyId), companyId)
  useReloadOnReturn(reload)
  if (value === undefined || value.registrations.some(({ status }) => status === 'approved')) return null
  const underWay = value.registrations.some(({ sending, status }) => sending !== 'refused' && status !== 'rejected')
  return (
    <>
      <Notice tone={underWay ? 'info' : 'warn'}>{underWay ? copy.registering : copy.notRegistered}</Notice>
      <Button kind="secondary" onPress={() => goTo('companyRegistration', { company: companyId })}>
        {underWay ? copy.seeRegistration : copy.toRegistration}
      </Button>
    </>
  )
}
