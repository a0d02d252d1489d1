import { View } from '@tarojs/components'
import { useState } from 'react'
import { endSession, readDevices } from '../../../api/account'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem, problemWords } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { useLoaded } from '../../../use-loaded'
import { instantWords } from '../../../words/instant'
import { devicesCopy as copy } from '../copy'
import styles from './index.module.scss'

function Devices() {
  const { value, error, reload } = useLoaded(readDevices, '')
  const [failed, setFailed] = useState<string>()
  const end = (id: string): void => {
    setFailed(undefined)
    endSession(id).then(reload, (thrown: unknown) => setFailed(problemWords(thrown)))
  }
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  return (
    <>
      <View className={styles.intro}>{copy.intro}</View>
      {failed !== undefined && (
        <Notice tone="bad" live>
          {failed}
        </Notice>
      )}
      {value.sessions.map((session) => (
        <Card key={session.id} title={session.device}>
          <View>{session.current ? copy.current : copy.lastUsed(instantWords(session.lastUsedAt))}</View>
          <View className={styles.intro}>{copy.since(instantWords(session.createdAt))}</View>
          {!session.current && (
            <Button kind="secondary" onPress={() => end(session.id)}>
              {copy.end}
            </Button>
          )}
        </Card>
      ))}
    </>
  )
}

export default function DevicesPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Devices />
      </SignedIn>
    </Page>
  )
}
