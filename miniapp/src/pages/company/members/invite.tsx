import type { Invitation } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { invite } from '../../../api/companies'
import { Button, buttonClass } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { Segments } from '../../../components/segments'
import { addressOf } from '../../../navigation'
import { ShareButton, useSharing } from '../../../platform/share'
import { randomKey } from '../../../random-key'
import { membersCopy as copy, roleNames } from '../copy'
import styles from '../index.module.scss'

type Role = Invitation['role']

const ROLES: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'agent', label: roleNames.agent },
  { value: 'owner', label: roleNames.owner },
]

interface InviteProps {
  readonly companyId: string
  readonly companyName: string
  /** Of those that were made, which nobody can use any more. */
  readonly ended: readonly string[]
  readonly onMade: () => void
}

/** Makes an invitation, to be handed to one person. Its address is shown here alone. */
export function Invite({ companyId, companyName, ended, onMade }: InviteProps) {
  const [role, setRole] = useState<Role>('agent')
  const [last, setMade] = useState<Invitation>()
  const made = last === undefined || ended.includes(last.id) ? undefined : last
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef(randomKey())
  const path = made === undefined ? addressOf('start', {}) : addressOf('invitation', { token: made.token })
  useSharing({ title: made === undefined ? copy.shareTitleEmpty : copy.shareTitle(companyName), path })
  const make = async (): Promise<void> => {
    setBusy(true)
    setFailed(undefined)
    try {
      setMade(await invite(companyId, role, key.current))
      key.current = randomKey()
      onMade()
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  const choose = (next: Role) => {
    setRole(next)
    setMade(undefined)
    key.current = randomKey()
  }
  return (
    <Card title={copy.invite}>
      <View className={styles.quiet}>{copy.inviteIntro}</View>
      <Segments label={copy.role} options={ROLES} chosen={role} onChoose={choose} />
      {failed !== undefined && <Problem error={failed} />}
      {made === undefined ? (
        <Button disabled={busy} onPress={() => void make()}>
          {busy ? copy.making : copy.make}
        </Button>
      ) : (
        <>
          <Notice tone="good" live>
            {copy.made(roleNames[made.role])}
          </Notice>
          <ShareButton path={path} className={buttonClass('primary')} copied={copy.copied}>
            {copy.share}
          </ShareButton>
        </>
      )}
    </Card>
  )
}
