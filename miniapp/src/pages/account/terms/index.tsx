import { terms } from '../legal'
import { LegalPage } from '../legal-page'

export default function TermsPage() {
  return <LegalPage title="用户协议" clauses={terms} />
}
