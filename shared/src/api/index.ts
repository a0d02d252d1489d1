import type { z } from 'zod'
import type { Catalogue } from '../rules'
import { CatalogueBody, CatalogueDocument, CatalogueFact, CatalogueMeasure, catalogueContract } from './catalogue'
import {
  CompanyDetail,
  CompanyFact,
  CompanyFacts,
  CompanyList,
  CompanySummary,
  changeCompanyContract,
  changeCompanyFactsContract,
  companiesContract,
  companyContract,
  companyFactsContract,
  newCompanyContract,
} from './companies'
import { CompanyDraft } from './company-draft'
import {
  acceptInvitationContract,
  CompanyMember,
  CompanyMembers,
  changeMemberContract,
  Invitation,
  InvitedTo,
  invitationContract,
  inviteContract,
  membersContract,
  removeMemberContract,
  SentInvitations,
  sentInvitationsContract,
  withdrawInvitationContract,
} from './company-members'
import type { Contract } from './contract'
import { DocumentList, DocumentSummary, documentsContract, ListedDocument } from './documents'
import { ErrorEnvelope, FieldProblem } from './error'
import { Health, healthContract, openapiContract, readinessContract } from './health'
import { identityContracts, LoginCodeSent, Me, SignedInDevice, SignedInDevices, Tokens } from './identity'
import { keysContract, PublicKey, PublicKeys } from './keys'
import {
  MatchAnswer,
  MatchDecision,
  MatchedAmount,
  MatchedCriterion,
  MatchPlan,
  MatchWarning,
  matchContract,
} from './match'
import { MeasureCriterion, MeasureDetail, measureContract } from './measure'
import {
  InboxMessage,
  InboxPage,
  MessageLink,
  messageContracts,
  NotificationChoices,
  Subscriptions,
  UnreadCount,
} from './messages'
import { ConfirmedPaper, PaperDetail, PaperList, PaperPage, PaperReading, PaperSummary, paperContracts } from './papers'
import {
  companyRegistrationContract,
  PlatformEventTaken,
  platformEventContract,
  registerCompanyContract,
  SubjectCorrection,
  SubjectProgress,
  TimelineEntry,
} from './platform-events'
import { Consents, changeConsentContract, consentsContract, deleteMeContract, exportMeContract } from './privacy'
import { ProviderDetail, ProviderList, ProviderSummary, providerContract, providersContract } from './providers'
import {
  Receipt,
  ReceiptCheck,
  ReceiptContent,
  receiptContract,
  verifyReceiptByAddressContract,
  verifyReceiptContract,
} from './receipts'
import {
  RegistryCompanies,
  RegistryCompany,
  RegistryEntry,
  registryCompaniesContract,
  registryCompanyContract,
} from './registry'
import { RuleAmount, RuleCondition, RuleCriterion, RuleSum, RuleWarning } from './rule'
import { chooseRulesContract, ruleChangesContract } from './rule-changes'
import { submissionContracts } from './submissions'
import { CompletedUpload, Upload, uploadContracts } from './uploads'

export { CatalogueBody, catalogueContract } from './catalogue'
export {
  CompanyDetail,
  CompanyFact,
  CompanyFacts,
  CompanyList,
  CompanySummary,
  changeCompanyContract,
  changeCompanyFactsContract,
  companiesContract,
  companyContract,
  companyFactsContract,
  newCompanyContract,
} from './companies'
export { CompanyDraft } from './company-draft'
export {
  acceptInvitationContract,
  CompanyMember,
  CompanyMembers,
  changeMemberContract,
  Invitation,
  InvitedTo,
  invitationContract,
  inviteContract,
  membersContract,
  removeMemberContract,
  SentInvitations,
  sentInvitationsContract,
  withdrawInvitationContract,
} from './company-members'
export type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from './contract'
export { DocumentList, DocumentSummary, documentsContract, ListedDocument } from './documents'
export { ErrorEnvelope } from './error'
export { factsSchema } from './facts'
export { Health, healthContract, openapiContract, readinessContract } from './health'
export {
  bindPhoneContract,
  endSessionContract,
  identityContracts,
  LoginCodeSent,
  loginByPhoneContract,
  loginByWechatContract,
  loginCodeContract,
  logoutContract,
  Me,
  meContract,
  Phone,
  renewTokensContract,
  SignedInDevice,
  SignedInDevices,
  sessionsContract,
  Tokens,
} from './identity'
export { keysContract, PublicKey, PublicKeys } from './keys'
export { MatchAnswer, type MatchRequest, matchContract, matchRequest } from './match'
export { MeasureDetail, measureContract } from './measure'
export {
  aliyunReceiptsContract,
  chooseNotificationsContract,
  InboxMessage,
  InboxPage,
  inboxContract,
  inboxMessageContract,
  keepSubscriptionsContract,
  MessageLink,
  NotificationChoices,
  notificationChoicesContract,
  readAllMessagesContract,
  readMessageContract,
  Subscriptions,
  subscriptionsContract,
  tencentReceiptsContract,
  UnreadCount,
  unreadCountContract,
  wechatCallbackCheckContract,
  wechatCallbackContract,
} from './messages'
export {
  ConfirmedPaper,
  deletePaperContract,
  newPaperContract,
  PaperDetail,
  PaperList,
  PaperPage,
  PaperReading,
  PaperSummary,
  paperContract,
  paperContracts,
  paperFieldsContract,
  paperImageContract,
  paperKindContract,
  paperOriginalContract,
  paperPagesContract,
  papersContract,
} from './papers'
export {
  companyRegistrationContract,
  platformEventContract,
  registerCompanyContract,
  SubjectProgress,
} from './platform-events'
export {
  Consents,
  changeConsentContract,
  consentsContract,
  deleteMeContract,
  exportMeContract,
} from './privacy'
export { ProviderDetail, ProviderList, ProviderSummary, providerContract, providersContract } from './providers'
export {
  Receipt,
  ReceiptCheck,
  ReceiptContent,
  receiptContract,
  verifyReceiptByAddressContract,
  verifyReceiptContract,
} from './receipts'
export {
  RegistryCompanies,
  RegistryCompany,
  RegistryEntry,
  registryCompaniesContract,
  registryCompanyContract,
} from './registry'
export { chooseRulesContract, RuleChanges, ruleChangesContract } from './rule-changes'
export {
  actContract,
  CheckUpAnswer,
  checkUpContract,
  deleteSubmissionContract,
  editSubmissionContract,
  formFileContract,
  newSubmissionContract,
  RoundList,
  roundsContract,
  type Standing,
  SubmissionDetail,
  SubmissionList,
  type SubmissionSummary,
  submissionContract,
  submissionsContract,
  submitContract,
  Timeline,
  ToDoList,
  timelineContract,
  toDoContract,
} from './submissions'
export {
  CompletedUpload,
  completeUploadContract,
  deleteUploadContract,
  NewUpload,
  newUploadContract,
  PART_BYTES,
  Upload,
  uploadContract,
  uploadContracts,
  uploadPartContract,
} from './uploads'

/** Every route of the server, in the order in which the documentation lists them. */
export const contracts = (catalogue: Catalogue): readonly Contract[] => [
  matchContract(catalogue),
  catalogueContract,
  documentsContract,
  measureContract,
  ...identityContracts,
  consentsContract,
  changeConsentContract,
  exportMeContract,
  deleteMeContract,
  companiesContract,
  newCompanyContract,
  companyContract,
  changeCompanyContract,
  companyFactsContract,
  changeCompanyFactsContract(catalogue),
  membersContract,
  changeMemberContract,
  removeMemberContract,
  inviteContract,
  sentInvitationsContract,
  withdrawInvitationContract,
  invitationContract,
  acceptInvitationContract,
  registryCompaniesContract,
  registryCompanyContract,
  keysContract,
  ...uploadContracts,
  ...paperContracts,
  ...submissionContracts,
  ruleChangesContract,
  chooseRulesContract,
  providersContract,
  providerContract,
  receiptContract(catalogue),
  verifyReceiptByAddressContract,
  verifyReceiptContract,
  registerCompanyContract,
  companyRegistrationContract,
  platformEventContract,
  ...messageContracts,
  openapiContract,
  healthContract,
  readinessContract,
]

/** The shapes of answers that have a name in the documentation, so that each is written there once. */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = {
  ErrorEnvelope,
  FieldProblem,
  MatchAnswer,
  MatchDecision,
  MatchedAmount,
  MatchedCriterion,
  MatchWarning,
  MatchPlan,
  CatalogueBody,
  CatalogueFact,
  CatalogueDocument,
  CatalogueMeasure,
  RuleCondition,
  RuleCriterion,
  RuleSum,
  RuleAmount,
  RuleWarning,
  DocumentList,
  DocumentSummary,
  ListedDocument,
  MeasureDetail,
  MeasureCriterion,
  Upload,
  CompletedUpload,
  PaperList,
  PaperSummary,
  PaperDetail,
  PaperPage,
  PaperReading,
  ConfirmedPaper,
  CompanyList,
  CompanySummary,
  CompanyDetail,
  CompanyDraft,
  CompanyFacts,
  CompanyFact,
  CompanyMembers,
  CompanyMember,
  Invitation,
  SentInvitations,
  InvitedTo,
  RegistryCompany,
  RegistryCompanies,
  RegistryEntry,
  Tokens,
  Me,
  LoginCodeSent,
  SignedInDevice,
  SignedInDevices,
  Consents,
  ProviderSummary,
  ProviderList,
  ProviderDetail,
  Receipt,
  ReceiptContent,
  ReceiptCheck,
  SubjectProgress,
  SubjectCorrection,
  TimelineEntry,
  PlatformEventTaken,
  InboxMessage,
  InboxPage,
  MessageLink,
  NotificationChoices,
  Subscriptions,
  UnreadCount,
  PublicKey,
  PublicKeys,
  Health,
}
