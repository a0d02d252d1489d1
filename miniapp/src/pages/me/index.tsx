import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Page } from '../../components/page'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'
import { goTo } from '../../navigation'
import { setElder, usePreferences } from '../../stores/preferences'
import { meCopy as copy } from './copy'

export default function MePage() {
  const { elder } = usePreferences()
  return (
    <Page title={copy.title} root bar={<Tabs current="me" />}>
      <SignedIn why={copy.why}>{null}</SignedIn>
      <Card flush>
        <Cell
          acts
          icon="search"
          title={copy.elder}
          detail={elder ? copy.elderOn : copy.elderOff}
          onPress={() => setElder(!elder)}
        />
        <Cell icon="document" title={copy.terms} onPress={() => goTo('terms')} />
        <Cell icon="lock" title={copy.privacy} onPress={() => goTo('privacyPolicy')} />
      </Card>
    </Page>
  )
}
