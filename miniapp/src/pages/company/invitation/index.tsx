import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { acceptInvitation, readInvitation } from '../../../api/companies'
import { ApiError } from '../../../api/send'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { problemCopy } from '../../../components/copy'
import { Empty } from '../../../components/empty'
import { Loading } from '../../../components/loading'
import { Page } from '../../../components/page'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goHome, takePlace, useParam } from '../../../navigation'
import { Heading } from '../../../platform/heading'
import { randomKey } from '../../../random-key'
import { routes } from '../../../routes'
import { chooseCompany, refreshCompanies } from '../../../stores/companies'
import { useLoaded } from '../../../use-loaded'
import { instantWords } from '../../../words/instant'
import { invitationCopy as copy, roleNames } from '../copy'
import styles from '../index.module.scss'
import { dropInvitation, heldInvitation, takeInvitation } from './handed'

function Invited({ token }: { readonly token: string }) {
  const { value, error, reload } = useLoaded(() => readInvitation(token), token)
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef(randomKey())
  if (value === undefined) {
    if (error === undefined) return <Loading rows={1} />
    const gone = error instanceof ApiError && error.code === 'NOT_FOUND'
    return gone ? (
      <Empty title={copy.none}>
        {copy.noneDetail}
        <Button kind="secondary" onPress={goHome}>
          {problemCopy.home}
        </Button>
      </Empty>
    ) : (
      <Problem error={error} onRetry={reload} />
    )
  }
  const accept = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      const { companyId } = await acceptInvitation(token, key.current)
      dropInvitation()
      chooseCompany(companyId)
      void refreshCompanies()
      Taro.reLaunch({ url: `/${routes.cases.path}` })
    } catch (thrown) {
      setFailed(thrown)
      setBusy(false)
    }
  }
  return (
    <Card>
      <Heading level={2} className={styles.name}>
        {copy.heading(value.companyName)}
      </Heading>
      <View className={styles.strong}>{copy.role(roleNames[value.role])}</View>
      <View>{copy.explain[value.role]}</View>
      <View className={styles.small}>{copy.expires(instantWords(value.expiresAt))}</View>
      {failed !== undefined && <Problem error={failed} />}
      <Button disabled={busy} onPress={() => void accept()}>
        {busy ? copy.accepting : copy.accept}
      </Button>
    </Card>
  )
}

export default function InvitationPage() {
  const inAddress = useParam('token')
  useEffect(() => {
    if (inAddress === '') return
    // Out of the address and the browser's history: whoever takes the phone next must not find it there.
    takeInvitation(inAddress)
    takePlace('invitation', { token: '' })
  }, [inAddress])
  const token = inAddress === '' ? heldInvitation() : ''
  if (inAddress !== '') return <Page title={copy.title}>{<Loading rows={1} />}</Page>
  return (
    <Page title={copy.title}>
      {token === '' ? (
        <Empty title={copy.none}>{copy.noneDetail}</Empty>
      ) : (
        <SignedIn why={copy.why}>
          <Invited token={token} />
        </SignedIn>
      )}
    </Page>
  )
}
