import { formatDate } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { LEGAL_VERSION } from '../../legal-version'
import { legalCopy as copy } from './copy'
import type { Clause } from './legal'

/** A text that people agree to, in parts. */
export function LegalPage({ title, clauses }: { readonly title: string; readonly clauses: readonly Clause[] }) {
  return (
    <Page title={title}>
      {clauses.map((clause) => (
        <Card key={clause.title} title={clause.title}>
          {clause.lines.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </Card>
      ))}
      <View>{copy.since(formatDate(LEGAL_VERSION))}</View>
    </Page>
  )
}
