import type { SubmissionDetail } from '@suanhui/shared/api'
import { daysBetween, formatDate, shanghaiDay } from '@suanhui/shared/date'
import { type FormId, type FormValues, forms, validateForm } from '@suanhui/shared/forms'
import { formatFen } from '@suanhui/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { deleteSubmission, readSubmission, type SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goBack, goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { whenSaved } from '../../../stores/draft/open-drafts'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { daysLeft } from '../../../words/deadline'
import { submissionCopy as copy, formNames } from '../copy'
import { Corrections } from '../corrections'
import { FormFiles } from '../form-files'
import { useRefOfPage } from '../use-ref'
import styles from './index.module.scss'
import { RuleChanges } from './rule-changes'

const FORMS: Readonly<Record<SubmissionDetail['step'], readonly FormId[]>> = {
  filing: ['filing'],
  application: ['demand', 'application', 'report'],
  claim: ['claim'],
  redemption: ['redemption'],
}

const leftIn = (detail: SubmissionDetail, form: FormId): number =>
  validateForm(forms[form], (detail.forms[form] ?? {}) as FormValues).length

/** Whether its forms are printed and stamped. */
const isPrinted = ({ step }: SubmissionDetail): boolean => step === 'filing' || step === 'application'

function Head({ detail }: { readonly detail: SubmissionDetail }) {
  const today = shanghaiDay(new Date())
  const { sending, dueOn } = detail
  return (
    <Card>
      <Heading level={2} className={styles.title}>
        {detail.title}
      </Heading>
      <View>{sending === 'sent' ? detail.standing.meaning : copy.sending[sending]}</View>
      {detail.receiptNumber !== undefined && <View className={styles.quiet}>{copy.receipt(detail.receiptNumber)}</View>}
      {detail.refusal !== undefined && (
        <Notice tone="bad" live>
          {detail.refusal}
        </Notice>
      )}
      {detail.voucher !== undefined && detail.step === 'redemption' && (
        <View className={styles.title}>
          {copy.voucher(detail.voucher.grantedFen === null ? undefined : formatFen(detail.voucher.grantedFen))}
        </View>
      )}
      {detail.step === 'redemption' && detail.editable && <View>{copy.voucherHow}</View>}
      {detail.step === 'redemption' && dueOn !== undefined && (
        <Notice tone={daysBetween(today, dueOn) < 0 ? 'bad' : 'warn'}>
          {copy.voucherUntil(formatDate(dueOn), daysLeft(dueOn, today) ?? copy.over)}
        </Notice>
      )}
      {sending === 'draft' && (
        <View className={styles.quiet}>{isPrinted(detail) ? copy.order.printed : copy.order.plain}</View>
      )}
      {dueOn !== undefined && sending === 'draft' && (
        <Notice tone={daysBetween(today, dueOn) < 0 ? 'bad' : 'warn'}>
          {copy.dueOn(formatDate(dueOn), daysLeft(dueOn, today) ?? '')}
        </Notice>
      )}
    </Card>
  )
}

const goLabel = ({ step, sending }: SubmissionDetail): string => {
  if (step === 'redemption') return copy.redeem
  return sending === 'draft' || sending === 'refused' ? copy.checkUp : copy.resubmit
}

function Delete({ of }: { readonly of: SubmissionRef }) {
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<unknown>()
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      <Button kind="plain" onPress={() => (sure ? void deleteSubmission(of).then(goBack, setError) : setSure(true))}>
        {sure ? copy.deleteSure : copy.delete}
      </Button>
    </>
  )
}

function Overview() {
  const ref = useRefOfPage()
  const {
    value: detail,
    error,
    reload,
  } = useLoaded(() => whenSaved().then(() => readSubmission(ref)), ref.submissionId)
  useReloadOnReturn(reload)
  if (detail === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const params = { company: ref.companyId, id: ref.submissionId }
  const papers = Object.values(detail.papers).flat().length
  const first = detail.editable && papers === 0
  return (
    <>
      <Head detail={detail} />
      <Corrections detail={detail} of={ref} />
      <RuleChanges detail={detail} of={ref} onChosen={reload} />
      <Card flush>
        <Cell
          icon="camera"
          title={copy.papers}
          detail={copy.papersDetail(papers)}
          onPress={() => goTo('submissionPapers', { ...params, paper: '' })}
        />
        {FORMS[detail.step].map((form) => (
          <Cell
            key={form}
            icon="edit"
            title={formNames[form]}
            detail={copy.left(leftIn(detail, form))}
            onPress={() => goTo('submissionForm', { ...params, form, field: '' })}
          />
        ))}
      </Card>
      {isPrinted(detail) && <FormFiles detail={detail} of={ref} />}
      {first && <Button onPress={() => goTo('submissionPapers', { ...params, paper: '' })}>{copy.first}</Button>}
      {detail.editable && (
        <Button kind={first ? 'secondary' : 'primary'} onPress={() => goTo('checkUp', params)}>
          {goLabel(detail)}
        </Button>
      )}
      {detail.sending !== 'draft' && (
        <Button kind={detail.editable ? 'secondary' : 'primary'} onPress={() => goTo('progress', params)}>
          {copy.progress}
        </Button>
      )}
      {detail.standing.acts.includes('start_over') && (detail.step === 'claim' || detail.step === 'redemption') && (
        <Button onPress={() => goTo('newSubmission', { company: ref.companyId, paper: '' })}>{copy.claimAgain}</Button>
      )}
      {detail.sending === 'draft' && <Delete of={ref} />}
    </>
  )
}

export default function OverviewPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Overview />
      </SignedIn>
    </Page>
  )
}
