import type { actContract, BodyOf, Standing } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { act, type SubmissionRef } from '../../../api/submissions'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Problem } from '../../../components/problem'
import { useSharing } from '../../../components/sharing-consent'
import { TextArea } from '../../../platform/text-area'
import { randomKey } from '../../../random-key'
import { progressCopy as copy } from '../copy'
import styles from './index.module.scss'
import { useKeptText } from './use-kept-text'

type Act = BodyOf<typeof actContract>['act']
const ACTS: readonly Act[] = ['explain', 'object', 'withdraw']

interface ActsProps {
  readonly of: SubmissionRef
  readonly standing: Standing
  readonly onDone: () => void
}

/** What the applicant may say while others decide: an explanation, an objection, a withdrawal. */
export function Acts({ of, standing, onDone }: ActsProps) {
  const [open, setOpen] = useState<Act>()
  const [text, setText] = useKeptText(of.submissionId, open)
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
      setText('')
      setOpen(undefined)
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
      <View>{copy.whatFor[open]}</View>
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
