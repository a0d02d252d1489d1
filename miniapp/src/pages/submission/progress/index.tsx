import type { Standing, SubmissionDetail } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { readSubmission, readTimeline, type SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { Timeline } from '../../../components/timeline'
import { WechatMessages } from '../../../components/wechat-messages'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { progressCopy as copy, submissionCopy } from '../copy'
import { Corrections } from '../corrections'
import { useRefOfPage } from '../use-ref'
import { Acts } from './acts'
import styles from './index.module.scss'

/** What comes of a case; it is asked for when one waits for it. */
const NEWS = ['progress', 'correction'] as const

interface GoOnProps {
  readonly of: SubmissionRef
  readonly detail: SubmissionDetail
  readonly standing: Standing
}

function Now({ standing }: { readonly standing: Standing }) {
  return (
    <Card>
      <Heading level={2} className={styles.label}>
        {standing.label}
      </Heading>
      {standing.unknown !== null && <Notice tone="warn">{copy.unknown(standing.unknown)}</Notice>}
      <View>{standing.meaning}</View>
      <View>{copy.holder(standing.holderName)}</View>
      {standing.next !== '' && <View className={styles.quiet}>{copy.next(standing.next)}</View>}
      {standing.usualDays !== null && standing.usualCases !== null && (
        <View className={styles.quiet}>{copy.usual(standing.usualDays, standing.usualCases)}</View>
      )}
    </Card>
  )
}

/** What the person does next, where it is theirs: a message may have led here first. */
function GoOn({ of, detail, standing }: GoOnProps) {
  const params = { company: of.companyId, id: of.submissionId }
  if (detail.sending === 'draft') return <Button onPress={() => goTo('submission', params)}>{copy.fill}</Button>
  // An issued voucher can be written in as well: what it lacks are the papers of the redemption.
  if (standing.acts.includes('redeem')) return <Button onPress={() => goTo('submission', params)}>{copy.redeem}</Button>
  if (detail.editable) return <Button onPress={() => goTo('checkUp', params)}>{submissionCopy.resubmit}</Button>
  // 湘工信信息软件〔2026〕168号 四4: a contract is filed so that its costs can be claimed.
  if (detail.step !== 'filing' || standing.status !== 'accepted') return null
  const [paper = ''] = detail.papers.contract ?? []
  return <Button onPress={() => goTo('newSubmission', { company: of.companyId, paper })}>{copy.apply}</Button>
}

function Progress() {
  const ref = useRefOfPage()
  const { value, error, reload } = useLoaded(
    async () => ({ timeline: await readTimeline(ref), detail: await readSubmission(ref) }),
    ref.submissionId,
  )
  useReloadOnReturn(reload)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  const { timeline, detail } = value
  return (
    <>
      {detail.sending !== 'sent' && (
        <Notice tone={detail.sending === 'refused' ? 'bad' : 'info'} live>
          {submissionCopy.sending[detail.sending]}
          {detail.refusal}
        </Notice>
      )}
      <Now standing={timeline.standing} />
      <Corrections detail={detail} of={ref} />
      <GoOn of={ref} detail={detail} standing={timeline.standing} />
      {detail.sending !== 'draft' && !copy.ended(timeline.standing.holderName) && <WechatMessages about={NEWS} />}
      <Card title={copy.happened}>
        {timeline.entries.length === 0 ? <View>{copy.nothing}</View> : <Timeline entries={timeline.entries} />}
      </Card>
      <Acts of={ref} standing={timeline.standing} onDone={reload} />
      <Button kind="secondary" onPress={reload}>
        {copy.refresh}
      </Button>
    </>
  )
}

export default function ProgressPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={submissionCopy.why}>
        <Progress />
      </SignedIn>
    </Page>
  )
}
