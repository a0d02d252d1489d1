import { legalCopy } from '../copy'
import { privacyPolicy } from '../legal'
import { LegalPage } from '../legal-page'

export default function PrivacyPolicyPage() {
  return <LegalPage title={legalCopy.privacyPolicy} clauses={privacyPolicy} />
}
