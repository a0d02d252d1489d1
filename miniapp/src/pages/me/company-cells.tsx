import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { CompanySwitcher } from '../../components/company-switcher'
import { Loading } from '../../components/loading'
import { Problem } from '../../components/problem'
import { goTo } from '../../navigation'
import { refreshCompanies, useCompanies } from '../../stores/companies'
import { meCopy as copy } from './copy'

/** What there is to see and to change of the chosen company. */
export function CompanyCells() {
  const { companies, chosen, error } = useCompanies()
  if (companies === undefined) {
    return error === undefined ? (
      <Loading rows={2} />
    ) : (
      <Problem error={error} onRetry={() => void refreshCompanies()} />
    )
  }
  if (chosen === undefined) {
    return (
      <Card flush>
        <Cell icon="plus" title={copy.newCompany} detail={copy.newCompanyDetail} onPress={() => goTo('companyNew')} />
      </Card>
    )
  }
  const params = { company: chosen.id }
  return (
    <>
      <CompanySwitcher />
      <Card flush>
        <Cell
          icon="edit"
          title={copy.profile}
          detail={copy.profileDetail}
          onPress={() => goTo('companyProfile', { ...params, section: '' })}
        />
        <Cell
          icon="upload"
          title={copy.registration}
          detail={copy.registrationDetail}
          onPress={() => goTo('companyRegistration', params)}
        />
        <Cell icon="camera" title={copy.papers} detail={copy.papersDetail} onPress={() => goTo('papers', params)} />
        <Cell icon="person" title={copy.members} detail={copy.membersDetail} onPress={() => goTo('members', params)} />
        <Cell icon="list" title={copy.facts} detail={copy.factsDetail} onPress={() => goTo('companyFacts', params)} />
      </Card>
    </>
  )
}
