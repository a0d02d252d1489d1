import { Page } from '../../components/page'
import { SignedIn } from '../../components/signed-in'
import { Tabs } from '../../components/tabs'

export default function CasesPage() {
  return (
    <Page title="申请" root bar={<Tabs current="cases" />}>
      <SignedIn why="登录后可以备案、申请补贴、看审核进度。">{null}</SignedIn>
    </Page>
  )
}
