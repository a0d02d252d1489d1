import type { SubmissionDetail } from '@suanhui/shared/api'
import { formatDate } from '@suanhui/shared/date'
import { type FormId, fieldOf, forms } from '@suanhui/shared/forms'
import { Text, View } from '@tarojs/components'
import type { SubmissionRef } from '../../api/submissions'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { goTo } from '../../navigation'
import { submissionCopy as copy } from './copy'
import styles from './corrections.module.scss'

/** A field of a correction is named `form.field`, or by the field alone where only one form has it. */
export function formOfField(name: string, among: readonly FormId[]): FormId | undefined {
  const [first = '', second] = name.split('.')
  if (second !== undefined && among.some((form) => form === first)) return first as FormId
  return among.find((form) => fieldOf(forms[form], first) !== undefined)
}

interface CorrectionsProps {
  readonly detail: SubmissionDetail
  readonly of: SubmissionRef
}

/** What a reviewer wants corrected; each leads to the very form or paper. */
export function Corrections({ detail, of }: CorrectionsProps) {
  const open = detail.standing.items.filter((item) => !item.resolved)
  if (open.length === 0) return null
  const among = Object.keys(detail.forms) as FormId[]
  const params = { company: of.companyId, id: of.submissionId }
  return (
    <Card title={copy.corrections}>
      {open.map((item) => {
        const form = item.field === undefined ? undefined : formOfField(item.field, among)
        const field = item.field?.split('.').at(-1)
        const label = form && field ? fieldOf(forms[form], field)?.label : undefined
        return (
          <View key={item.id} className={styles.item}>
            <View>
              {label !== undefined && <Text className={styles.field}>{`${label}：`}</Text>}
              {item.note}
            </View>
            {item.dueOn !== null && <View>{copy.due(formatDate(item.dueOn))}</View>}
            <Button
              kind="secondary"
              onPress={() =>
                form === undefined ? goTo('submissionPapers', params) : goTo('submissionForm', { ...params, form })
              }
            >
              {form === undefined ? copy.toPaper : copy.toField}
            </Button>
          </View>
        )
      })}
    </Card>
  )
}
