import type {
  acceptInvitationContract,
  BodyOf,
  CompanyDetail,
  CompanyFacts,
  CompanyList,
  CompanyMembers,
  changeCompanyContract,
  changeCompanyFactsContract,
  changeMemberContract,
  companiesContract,
  companyContract,
  companyFactsContract,
  Invitation,
  InvitedTo,
  invitationContract,
  inviteContract,
  membersContract,
  newCompanyContract,
  RegistryCompany,
  registryCompanyContract,
  removeMemberContract,
  SentInvitations,
  sentInvitationsContract,
  withdrawInvitationContract,
} from '@suanhui/shared/api'
import type { FactScalar } from '@suanhui/shared/facts'
import { ask } from './ask'

const ONE = '/v1/companies/{companyId}'

export const readCompanies = (): Promise<CompanyList> =>
  ask<typeof companiesContract>({ method: 'get', path: '/v1/companies', access: 'person' })

/** @param key names the attempt: pressed twice, one company is registered. */
export const registerNewCompany = (body: BodyOf<typeof newCompanyContract>, key: string): Promise<CompanyDetail> =>
  ask<typeof newCompanyContract>({ method: 'post', path: '/v1/companies', access: 'person', body, key })

export const readCompany = (companyId: string): Promise<CompanyDetail> =>
  ask<typeof companyContract>({ method: 'get', path: ONE, access: 'member', params: { companyId } })

/** Saves only what was changed. Throws `CONFLICT` where somebody else was faster. */
export const changeCompany = (companyId: string, body: BodyOf<typeof changeCompanyContract>): Promise<CompanyDetail> =>
  ask<typeof changeCompanyContract>({ method: 'put', path: ONE, access: 'member', params: { companyId }, body })

export const readCompanyFacts = (companyId: string): Promise<CompanyFacts> =>
  ask<typeof companyFactsContract>({ method: 'get', path: `${ONE}/facts`, access: 'member', params: { companyId } })

/** What this person says of the company; it stands over what registers and papers say. */
export const saveCompanyFacts = (
  companyId: string,
  facts: Readonly<Record<string, FactScalar>>,
): Promise<CompanyFacts> =>
  ask<ReturnType<typeof changeCompanyFactsContract>>({
    method: 'put',
    path: `${ONE}/facts`,
    access: 'member',
    params: { companyId },
    body: { facts },
  })

export const readMembers = (companyId: string): Promise<CompanyMembers> =>
  ask<typeof membersContract>({ method: 'get', path: `${ONE}/members`, access: 'member', params: { companyId } })

export const changeMember = (
  companyId: string,
  personId: string,
  body: BodyOf<typeof changeMemberContract>,
): Promise<CompanyMembers> =>
  ask<typeof changeMemberContract>({
    method: 'put',
    path: `${ONE}/members/{personId}`,
    access: 'owner',
    params: { companyId, personId },
    body,
  })

/** Asks somebody to leave, or leaves. */
export const removeMember = (companyId: string, personId: string): Promise<void> =>
  ask<typeof removeMemberContract>({
    method: 'delete',
    path: `${ONE}/members/{personId}`,
    access: 'member',
    params: { companyId, personId },
  })

export const invite = (companyId: string, role: Invitation['role'], key: string): Promise<Invitation> =>
  ask<typeof inviteContract>({
    method: 'post',
    path: `${ONE}/invitations`,
    access: 'owner',
    params: { companyId },
    body: { role },
    key,
  })

/** What was sent out, and what became of it. For owners. */
export const readSentInvitations = (companyId: string): Promise<SentInvitations> =>
  ask<typeof sentInvitationsContract>({
    method: 'get',
    path: `${ONE}/invitations`,
    access: 'owner',
    params: { companyId },
  })

export const withdrawInvitation = (companyId: string, invitationId: string): Promise<void> =>
  ask<typeof withdrawInvitationContract>({
    method: 'delete',
    path: `${ONE}/invitations/{invitationId}`,
    access: 'owner',
    params: { companyId, invitationId },
  })

export const readInvitation = (token: string): Promise<InvitedTo> =>
  ask<typeof invitationContract>({
    method: 'get',
    path: '/v1/invitations/{token}',
    access: 'person',
    params: { token },
  })

/** The same person may accept twice: the answer is the same. */
export const acceptInvitation = (token: string, key: string): Promise<InvitedTo> =>
  ask<typeof acceptInvitationContract>({
    method: 'post',
    path: '/v1/invitations/{token}/accept',
    access: 'person',
    params: { token },
    key,
  })

/** What the register of companies knows of a code; "not known now" is an answer too. */
export const lookUpCompany = (creditCode: string): Promise<RegistryCompany> =>
  ask<typeof registryCompanyContract>({
    method: 'get',
    path: '/v1/registry/companies/{creditCode}',
    access: 'person',
    params: { creditCode },
  })
