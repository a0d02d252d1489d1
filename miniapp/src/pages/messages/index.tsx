import { Page } from '../../components/page'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'

export default function MessagesPage() {
  return (
    <Page title="消息" root bar={<Tabs current="messages" />}>
      <SignedIn why="登录后，审核到哪一步、要补什么，都会在这里告诉您。">{null}</SignedIn>
    </Page>
  )
}
