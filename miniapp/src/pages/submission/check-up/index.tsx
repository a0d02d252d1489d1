import type { CheckUpAnswer, SubmissionDetail } from '@suanhui/shared/api'
import { type FormId, fieldOf, forms, placeLabel, placeName } from '@suanhui/shared/forms'
import { formatFen } from '@suanhui/shared/money'
import { RULES_FIELD } from '@suanhui/shared/submission'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { editSubmission, readCheckUp, readSubmission, type SubmissionRef, submit } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { useSharing } from '../../../components/sharing-consent'
import { SignedIn } from '../../../components/signed-in'
import { goTo, takePlace } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { whenSaved } from '../../../stores/draft/open-drafts'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { checkUpCopy as copy, submissionCopy } from '../copy'
import { useRefOfPage } from '../use-ref'
import { byPaper, PaperFindings, WarningCard } from './findings'
import styles from './index.module.scss'

const isForm = (name: string): name is FormId => Object.hasOwn(forms, name)

interface ToFieldProps {
  readonly of: SubmissionRef
  readonly field: CheckUpAnswer['fields'][number]
}

/** Leads to the very field; a round that is over is nothing that one could mend. */
function ToField({ of, field: { form, field, row, column } }: ToFieldProps) {
  const params = { company: of.companyId, id: of.submissionId }
  if (field === RULES_FIELD) {
    return (
      <Button kind="secondary" onPress={() => goTo('submission', params)}>
        {copy.mend}
      </Button>
    )
  }
  if (!isForm(form) || fieldOf(forms[form], field) === undefined) return null
  const place = { form, field, row, column }
  return (
    <Button kind="secondary" onPress={() => goTo('submissionForm', { ...params, form, field: placeName(place) })}>
      {copy.mendField(placeLabel(place))}
    </Button>
  )
}

interface BaseProps {
  readonly step: SubmissionDetail['step']
  readonly base: NonNullable<CheckUpAnswer['base']>
}

function Base({ step, base }: BaseProps) {
  const words = step === 'redemption' ? copy.base.redemption : copy.base.application
  return (
    <Card title={words.title}>
      <View className={styles.sum}>{words.counted(formatFen(base.baseFen))}</View>
      {base.excludedFen > 0 && <View>{copy.excluded(formatFen(base.excludedFen))}</View>}
      {base.lines.map((line) => (
        <View key={line.paperId} className={styles.quiet}>
          {line.words}
        </View>
      ))}
    </Card>
  )
}

function CheckUp() {
  const ref = useRefOfPage()
  const params = { company: ref.companyId, id: ref.submissionId }
  const { value, error, reload, replace } = useLoaded(async () => {
    await whenSaved()
    return { answer: await readCheckUp(ref), detail: await readSubmission(ref) }
  }, ref.submissionId)
  useReloadOnReturn(reload)
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { share, sheet } = useSharing()
  // One key for this page: pressed again after a lost answer, it is the same submission.
  const key = useRef(randomKey())
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { answer, detail } = value

  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      await work()
    } catch (thrown) {
      setFailed(thrown)
    } finally {
      setBusy(false)
    }
  }
  const confirm = (id: string) =>
    run(async () => {
      const others = detail.confirmedFindings.filter((one) => one !== id)
      const confirmedFindings = others.length < detail.confirmedFindings.length ? others : [...others, id]
      const next = await editSubmission(ref, { version: detail.version, confirmedFindings })
      replace({ answer: await readCheckUp(ref), detail: next })
    })
  const send = () =>
    run(() =>
      share(async () => {
        await submit(ref, detail.version, key.current)
        takePlace('progress', params)
      }),
    )

  const errors = answer.findings.filter((one) => one.severity === 'error')
  const warnings = answer.findings.filter((one) => one.severity === 'warning')
  return (
    <>
      <Notice tone={answer.ready ? 'good' : 'warn'} live>
        {answer.ready ? copy.ready : copy.notReady}
      </Notice>
      {answer.registerMissing && <Notice tone="warn">{copy.registerMissing}</Notice>}
      {errors.length > 0 && (
        <Card title={copy.errors}>
          {byPaper(errors).map((found) => (
            <PaperFindings key={found[0]?.id} findings={found} of={ref} />
          ))}
        </Card>
      )}
      {answer.slots.length > 0 && (
        <Card title={copy.slots}>
          {answer.slots.map((slot) => (
            <View key={`${slot.slot} ${slot.message}`}>
              <View>{slot.message}</View>
              <View className={styles.quiet}>{slot.remedy}</View>
            </View>
          ))}
          <Button kind="secondary" onPress={() => goTo('submissionPapers', { ...params, paper: '' })}>
            {copy.fillSlots}
          </Button>
        </Card>
      )}
      {answer.fields.length > 0 && (
        <Card title={copy.fields}>
          {answer.fields.map((field) => (
            <View key={`${field.form} ${field.field} ${field.message}`} className={styles.finding}>
              <View>{field.message.includes(field.label) ? field.message : `${field.label}：${field.message}`}</View>
              <ToField of={ref} field={field} />
            </View>
          ))}
        </Card>
      )}
      {warnings.length > 0 && (
        <Card title={copy.warnings}>
          {warnings.map((finding) => (
            <WarningCard key={finding.id} finding={finding} of={ref} onConfirm={() => void confirm(finding.id)} />
          ))}
        </Card>
      )}
      {answer.unprintable.length > 0 && (
        <Card title={copy.unprintable}>
          {answer.unprintable.map(({ form, field, label, message }) => (
            <View key={`${form} ${field}`}>
              {label}：{message}
            </View>
          ))}
        </Card>
      )}
      {answer.base !== undefined && <Base step={detail.step} base={answer.base} />}
      {failed !== undefined && <Problem error={failed} />}
      <View className={styles.quiet}>{copy.promise}</View>
      <Button disabled={!answer.ready || busy} onPress={() => void send()}>
        {busy ? copy.submitting : copy.submit}
      </Button>
      {sheet}
    </>
  )
}

export default function CheckUpPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={submissionCopy.why}>
        <CheckUp />
      </SignedIn>
    </Page>
  )
}
