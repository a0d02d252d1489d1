import type { actContract, BodyOf, Standing } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { act, readSubmission, readTimeline, type SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { useSharing } from '../../../components/sharing-consent'
import { SignedIn } from '../../../components/signed-in'
import { Timeline } from '../../../components/timeline'
import { WechatMessages } from '../../../components/wechat-messages'
import { goTo } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { TextArea } from '../../../platform/text-area'
import { randomKey } from '../../../random-key'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { progressCopy as copy, submissionCopy } from '../copy'
import { Corrections } from '../corrections'
import { useRefOfPage } from '../use-ref'
import styles from './index.module.scss'

type Act = BodyOf<typeof actContract>['act']
/** What comes of a case; it is asked for when one waits for it. */
const NEWS = ['progress', 'correction'] as const
const ACTS: readonly Act[] = ['explain', 'object', 'withdraw']

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

function Acts({
  of,
  standing,
  onDone,
}: {
  readonly of: SubmissionRef
  readonly standing: Standing
  readonly onDone: () => void
}) {
  const [open, setOpen] = useState<Act>()
  const [text, setText] = useState('')
  const [failed, setFailed] = useState<unknown>()
  const key = useRef(randomKey())
  const { share, sheet } = useSharing()
  const possible = ACTS.filter((one) => standing.acts.includes(one))
  if (possible.length === 0) return null
  const send = (chosen: Act) => {
    setFailed(undefined)
    share(async () => {
      await act(of, { act: chosen, text }, key.current)
      key.current = randomKey()
      setOpen(undefined)
      setText('')
      onDone()
    }).catch(setFailed)
  }
  if (open === undefined) {
    return (
      <>
        {possible.map((one) => (
          <Button key={one} kind="plain" onPress={() => setOpen(one)}>
            {copy[one]}
          </Button>
        ))}
      </>
    )
  }
  return (
    <Card title={copy[open]}>
      <View className={styles.box}>
        <TextArea
          className={styles.area ?? ''}
          label={copy.reason}
          value={text}
          longest={2000}
          invalid={false}
          onChange={setText}
        />
      </View>
      {failed !== undefined && <Problem error={failed} />}
      <Button disabled={text.trim() === ''} onPress={() => send(open)}>
        {copy.send}
      </Button>
      <Button kind="plain" onPress={() => setOpen(undefined)}>
        {copy.cancel}
      </Button>
      {sheet}
    </Card>
  )
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
      {detail.sending !== 'draft' && !copy.ended(timeline.standing.holderName) && <WechatMessages about={NEWS} />}
      <Card title={copy.happened}>
        {timeline.entries.length === 0 ? <View>{copy.nothing}</View> : <Timeline entries={timeline.entries} />}
      </Card>
      {timeline.standing.acts.includes('redeem') && (
        <Button onPress={() => goTo('submission', { company: ref.companyId, id: ref.submissionId })}>
          {copy.redeem}
        </Button>
      )}
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
