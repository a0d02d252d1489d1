import { shanghaiDay } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { deleteMe, exportMe } from '../../../api/privacy'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { TextField } from '../../../components/text-field'
import { goTo } from '../../../navigation'
import { saveText } from '../../../platform/save-text'
import { routes } from '../../../routes'
import { forgetPersonal } from '../../../stores/personal'
import { keepSession } from '../../../stores/session'
import { privacyCopy as copy, loginCopy, notificationsCopy } from '../copy'
import styles from '../index.module.scss'
import { Consents } from './consents'

function Export() {
  const [said, setSaid] = useState<string>()
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      const all = await exportMe()
      setSaid(await saveText(copy.fileName(shanghaiDay(new Date())), JSON.stringify(all, undefined, 2)))
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={copy.export}>
      <View className={styles.intro}>{copy.exportIntro}</View>
      {said !== undefined && (
        <Notice tone="good" live>
          {said}
        </Notice>
      )}
      {failed !== undefined && <Problem error={failed} />}
      <Button kind="secondary" disabled={busy} onPress={() => void save()}>
        {busy ? copy.exporting : copy.export}
      </Button>
    </Card>
  )
}

function Delete() {
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const sure = typed.trim() === copy.deleteWord
  const remove = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      await deleteMe()
      keepSession(undefined)
      forgetPersonal()
      Taro.reLaunch({ url: `/${routes.start.path}` })
    } catch (error) {
      setFailed(error)
      setBusy(false)
    }
  }
  return (
    <Card title={copy.delete}>
      <View className={styles.intro}>{copy.deleteIntro}</View>
      <TextField label={copy.deleteField} value={typed} onChange={setTyped} />
      {failed !== undefined && <Problem error={failed} />}
      <Button kind="secondary" disabled={busy || !sure} onPress={() => void remove()}>
        {busy ? copy.deleting : copy.deleteDo}
      </Button>
    </Card>
  )
}

export default function PrivacyPage() {
  return (
    <Page title={copy.title}>
      <SignedIn why={copy.why}>
        <Consents />
        <Card flush>
          <Cell icon="bell" title={notificationsCopy.title} onPress={() => goTo('notificationChoices')} />
        </Card>
        <Export />
        <Delete />
      </SignedIn>
      <Card flush>
        <Cell icon="lock" title={loginCopy.privacy} onPress={() => goTo('privacyPolicy')} />
      </Card>
    </Page>
  )
}
