import type { CompanySummary } from '@suanhui/shared/api'
import { readSubmissions } from '../../api/submissions'
import { Button } from '../../components/button'
import { CompanySwitcher } from '../../components/company-switcher'
import { Empty } from '../../components/empty'
import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { Problem } from '../../components/problem'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'
import { goTo } from '../../navigation'
import { refreshCompanies, useCompanies } from '../../stores/companies'
import { useLoaded } from '../../use-loaded'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { CaseRow } from './case-row'
import { casesCopy as copy } from './copy'
import { RegistrationHint } from './registration-hint'

function Submissions({ company }: { readonly company: CompanySummary }) {
  const { value, error, reload } = useLoaded(() => readSubmissions(company.id), company.id)
  useReloadOnReturn(reload)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  return (
    <>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {value.submissions.length === 0 && <Empty title={copy.none}>{copy.noneDetail}</Empty>}
      {value.submissions.map((one) => (
        <CaseRow key={one.id} companyId={company.id} of={one} />
      ))}
    </>
  )
}

/** 山西省: a voucher is claimed there without registering in Hunan. */
const SHANXI = '14'

function Cases() {
  const { companies, chosen, error } = useCompanies()
  if (companies === undefined) {
    return error === undefined ? <Loading /> : <Problem error={error} onRetry={() => void refreshCompanies()} />
  }
  if (chosen === undefined) {
    return (
      <Empty title={copy.noCompany}>
        {copy.noCompanyDetail}
        <Button onPress={() => goTo('companyNew')}>{copy.register}</Button>
      </Empty>
    )
  }
  return (
    <>
      <CompanySwitcher />
      {/* By company: what belongs to one is never shown under another. */}
      {chosen.region?.startsWith(SHANXI) !== true && (
        <RegistrationHint key={`registration ${chosen.id}`} companyId={chosen.id} />
      )}
      <Button onPress={() => goTo('newSubmission', { company: chosen.id, paper: '' })}>{copy.begin}</Button>
      <Submissions key={chosen.id} company={chosen} />
    </>
  )
}

export default function CasesPage() {
  return (
    <Page title={copy.title} root bar={<Tabs current="cases" />}>
      <SignedIn why={copy.why}>
        <Cases />
      </SignedIn>
    </Page>
  )
}
