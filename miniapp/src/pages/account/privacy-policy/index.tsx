import { privacyPolicy } from '../legal'
import { LegalPage } from '../legal-page'

export default function PrivacyPolicyPage() {
  return <LegalPage title="隐私政策" clauses={privacyPolicy} />
}
