import { View } from '@tarojs/components'
import { readMe } from '../../api/account'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Loading } from '../../components/loading'
import { Page } from '../../components/page'
import { Problem } from '../../components/problem'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'
import { goTo } from '../../navigation'
import { setElder, usePreferences } from '../../stores/preferences'
import { useSignedIn } from '../../stores/session'
import { useLoaded } from '../../use-loaded'
import { CompanyCells } from './company-cells'
import { meCopy as copy } from './copy'
import styles from './index.module.scss'
import { SignOut } from './sign-out'

function Account() {
  const { value: me, error, reload } = useLoaded(readMe, '')
  if (me === undefined) return error === undefined ? <Loading rows={1} /> : <Problem error={error} onRetry={reload} />
  return (
    <Card>
      <View className={styles.phone}>{me.phoneMasked ?? copy.noPhone}</View>
      <View className={styles.quiet}>{copy.signedIn}</View>
    </Card>
  )
}

export default function MePage() {
  const { elder } = usePreferences()
  const signedIn = useSignedIn()
  return (
    <Page title={copy.title} root bar={<Tabs current="me" />}>
      <SignedIn why={copy.why}>
        <Account />
        <CompanyCells />
      </SignedIn>
      <Card flush>
        {signedIn && (
          <>
            <Cell
              icon="bell"
              title={copy.notifications}
              detail={copy.notificationsDetail}
              onPress={() => goTo('notificationChoices')}
            />
            <Cell icon="lock" title={copy.personal} detail={copy.personalDetail} onPress={() => goTo('privacy')} />
            <Cell icon="lock" title={copy.devices} onPress={() => goTo('devices')} />
          </>
        )}
        <Cell
          acts
          icon="search"
          title={copy.elder}
          detail={elder ? copy.elderOn : copy.elderOff}
          onPress={() => setElder(!elder)}
        />
        <Cell icon="document" title={copy.terms} onPress={() => goTo('terms')} />
        <Cell icon="document" title={copy.privacy} onPress={() => goTo('privacyPolicy')} />
      </Card>
      {signedIn && <SignOut />}
    </Page>
  )
}
