import type { CheckUpAnswer } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import type { SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Notice } from '../../../components/notice'
import { Tick } from '../../../components/tick'
import { goTo } from '../../../navigation'
import { checkUpCopy as copy } from '../copy'
import styles from './index.module.scss'

type Finding = CheckUpAnswer['findings'][number]

/** A warning: looked at, and stood by. */
export function WarningCard({
  finding,
  of,
  onConfirm,
}: {
  readonly finding: Finding
  readonly of: SubmissionRef
  readonly onConfirm: () => void
}) {
  return (
    <View className={styles.finding}>
      <Notice tone="warn">{finding.message}</Notice>
      <View>{finding.remedy}</View>
      <View className={styles.quiet}>{copy.cite(finding.cite)}</View>
      <Button
        kind="secondary"
        onPress={() => goTo('paper', { company: of.companyId, id: finding.paperId, field: finding.field ?? '' })}
      >
        {copy.mend}
      </Button>
      <Tick label={copy.confirm} checked={finding.confirmed} onChange={onConfirm} />
    </View>
  )
}

/** Findings by the paper that they are about. */
export function byPaper(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const papers = [...new Set(findings.map(({ paperId }) => paperId))]
  return papers.map((paper) => findings.filter(({ paperId }) => paperId === paper))
}

/** What is wrong with one paper: one button leads there, where all of it is seen. */
export function PaperFindings({ findings, of }: { readonly findings: readonly Finding[]; readonly of: SubmissionRef }) {
  const [first] = findings
  if (first === undefined) return null
  return (
    <View className={styles.finding}>
      {findings.map(({ id, message, remedy, cite }) => (
        <View key={id} className={styles.finding}>
          <Notice tone="bad">{message}</Notice>
          <View>{remedy}</View>
          <View className={styles.quiet}>{copy.cite(cite)}</View>
        </View>
      ))}
      <Button
        kind="secondary"
        onPress={() => goTo('paper', { company: of.companyId, id: first.paperId, field: first.field ?? '' })}
      >
        {copy.mend}
      </Button>
    </View>
  )
}
