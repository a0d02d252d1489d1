import type { PaperSummary } from '@suanhui/shared/api'
import { type PaperKind, paperNames } from '@suanhui/shared/papers'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goTo, useParam } from '../../../navigation'
import { useUploads } from '../../../stores/uploads'
import { Adding } from '../adding'
import { papersCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { PaperRow } from '../paper-row'
import { Uploading } from '../uploading'
import { usePapers } from '../use-papers'

interface Group {
  readonly name: string
  readonly papers: readonly PaperSummary[]
}

/** By kind, in the order of the document; what nobody knows the kind of comes first, for it needs a person. */
function groupsOf(papers: readonly PaperSummary[]): readonly Group[] {
  const kinds = Object.keys(paperNames) as PaperKind[]
  return [null, ...kinds]
    .map((kind) => ({
      name: kind === null ? copy.unknownKind : paperNames[kind],
      papers: papers.filter((paper) => paper.kind === kind),
    }))
    .filter((group) => group.papers.length > 0)
}

function Papers({ companyId }: { readonly companyId: string }) {
  const { value, error, reload } = usePapers(companyId)
  const uploads = useUploads(companyId)
  return (
    <>
      <Card title={copy.addTitle}>
        <View className={styles.quiet}>{copy.hint}</View>
        <Adding to={{ companyId }} />
      </Card>
      <Uploading companyId={companyId} onArrived={reload} />
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {value === undefined && error === undefined && <Loading />}
      {value?.length === 0 && uploads.length === 0 && <Empty title={copy.empty}>{copy.emptyText}</Empty>}
      {groupsOf(value ?? []).map(({ name, papers }) => (
        <Card key={name} flush title={`${name}，${copy.several(papers.length)}`}>
          {papers.map((paper) => (
            <PaperRow
              key={paper.id}
              companyId={companyId}
              paper={paper}
              onPress={() => goTo('paper', { company: companyId, id: paper.id, field: '' })}
            />
          ))}
        </Card>
      ))}
    </>
  )
}

export default function PapersPage() {
  const companyId = useParam('company')
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Papers companyId={companyId} />
      </SignedIn>
    </Page>
  )
}
