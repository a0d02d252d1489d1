import type { SubmissionDetail } from '@suanhui/shared/api'
import { formatDate } from '@suanhui/shared/date'
import { placeLabel, placeName } from '@suanhui/shared/forms'
import { slotsOf } from '@suanhui/shared/submission'
import { Text, View } from '@tarojs/components'
import type { SubmissionRef } from '../../api/submissions'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { placeCopy } from '../../components/copy'
import { goTo } from '../../navigation'
import { submissionCopy as copy } from './copy'
import styles from './corrections.module.scss'
import { type OpenItem, openItems } from './review-notes'

interface Way {
  /** Of the field or of the place of the paper. */
  readonly label: string
  readonly button: string
  readonly go: () => void
}

/** Where it is put right; undefined where a platform names what is neither in the forms nor a paper. */
function wayOf({ place, paper }: OpenItem, detail: SubmissionDetail, of: SubmissionRef): Way | undefined {
  const params = { company: of.companyId, id: of.submissionId }
  if (place !== undefined) {
    const label = placeLabel(place)
    const go = () => goTo('submissionForm', { ...params, form: place.form, field: placeName(place) })
    return { label, button: copy.toField(label), go }
  }
  if (paper === undefined) return undefined
  const slot = slotsOf(detail.step, undefined).find(({ id }) => detail.papers[id]?.includes(paper))
  const label = slot?.label ?? copy.paperGone
  return { label, button: copy.toPaper(label), go: () => goTo('submissionPapers', { ...params, paper }) }
}

interface CorrectionsProps {
  readonly detail: SubmissionDetail
  readonly of: SubmissionRef
}

/** What a reviewer wants corrected; each leads to the very field or paper. */
export function Corrections({ detail, of }: CorrectionsProps) {
  const open = openItems(detail)
  if (open.length === 0) return null
  return (
    <Card title={copy.corrections}>
      {open.map((item) => {
        const way = wayOf(item, detail, of)
        return (
          <View key={item.id} className={styles.item}>
            <View>
              {way !== undefined && <Text className={styles.field}>{copy.correctionOf(way.label)}</Text>}
              {item.note}
            </View>
            {item.dueOn !== null && <View>{placeCopy.due(formatDate(item.dueOn))}</View>}
            {way !== undefined && detail.editable && (
              <Button kind="secondary" onPress={way.go}>
                {way.button}
              </Button>
            )}
          </View>
        )
      })}
    </Card>
  )
}
