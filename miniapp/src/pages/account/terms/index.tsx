import { legalCopy } from '../copy'
import { terms } from '../legal'
import { LegalPage } from '../legal-page'

export default function TermsPage() {
  return <LegalPage title={legalCopy.terms} clauses={terms} />
}
