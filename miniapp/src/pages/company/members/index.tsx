import { readCompany, readMembers } from '../../../api/companies'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goBack, useParam } from '../../../navigation'
import { refreshCompanies } from '../../../stores/companies'
import { useLoaded } from '../../../use-loaded'
import { companyCopy, membersCopy as copy } from '../copy'
import { Invite } from './invite'
import { MemberCard } from './member-card'

function Members() {
  const companyId = useParam('company')
  const { value, error, reload } = useLoaded(
    async () => ({ company: await readCompany(companyId), members: (await readMembers(companyId)).members }),
    companyId,
  )
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { company, members } = value
  const byOwner = company.role === 'owner'
  const left = () => {
    void refreshCompanies()
    goBack()
  }
  return (
    <>
      {byOwner ? <Invite companyId={companyId} companyName={company.name} /> : <Notice>{copy.ownerOnly}</Notice>}
      {members.map((member) => (
        <MemberCard
          key={member.personId}
          companyId={companyId}
          member={member}
          byOwner={byOwner}
          onChange={reload}
          onLeft={left}
        />
      ))}
    </>
  )
}

export default function MembersPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={companyCopy.why}>
        <Members />
      </SignedIn>
    </Page>
  )
}
