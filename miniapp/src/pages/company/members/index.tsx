import { readCompany, readMembers, readSentInvitations } from '../../../api/companies'
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
import { SentInvitations } from './sent-invitations'

function Members() {
  const companyId = useParam('company')
  const { value, error, reload } = useLoaded(async () => {
    const company = await readCompany(companyId)
    const { members } = await readMembers(companyId)
    // Only an owner may see whom the company asked to come.
    const { invitations } = company.role === 'owner' ? await readSentInvitations(companyId) : { invitations: [] }
    return { company, members, invitations }
  }, companyId)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { company, members, invitations } = value
  const ended = invitations.filter(({ state }) => state !== 'open').map(({ id }) => id)
  const byOwner = company.role === 'owner'
  const left = () => {
    void refreshCompanies()
    goBack()
  }
  return (
    <>
      {byOwner ? (
        <Invite companyId={companyId} companyName={company.name} ended={ended} onMade={reload} />
      ) : (
        <Notice>{copy.ownerOnly}</Notice>
      )}
      <SentInvitations companyId={companyId} invitations={invitations} onChange={reload} />
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
