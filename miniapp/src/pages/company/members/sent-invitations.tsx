import type { SentInvitations as Sent } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { withdrawInvitation } from '../../../api/companies'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Fold } from '../../../components/fold'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { Tag } from '../../../components/tag'
import { Dialog } from '../../../platform/dialog'
import { instantWords } from '../../../words/instant'
import { membersCopy as copy, roleNames } from '../copy'
import styles from '../index.module.scss'

type Invitation = Sent['invitations'][number]

const lastLine = ({ state, endedAt, expiresAt }: Invitation): string =>
  state === 'open' ? copy.until(instantWords(expiresAt)) : `${copy.endedAt[state]}${instantWords(endedAt ?? expiresAt)}`

function What({ invitation }: { readonly invitation: Invitation }) {
  const { role, state, invitedBy } = invitation
  return (
    <>
      <View className={styles.tags}>
        <View className={styles.strong}>{copy.inviteAs(roleNames[role])}</View>
        <Tag text={copy.states[state]} tone={state === 'open' ? 'good' : 'mute'} />
      </View>
      <View className={styles.small}>
        {invitedBy.me ? copy.byMe : copy.by(invitedBy.phoneMasked ?? copy.noPhone)}，{lastLine(invitation)}
      </View>
    </>
  )
}

interface OpenProps {
  readonly companyId: string
  readonly invitation: Invitation
  readonly onChange: () => void
}

function Open({ companyId, invitation, onChange }: OpenProps) {
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const withdraw = () => withdrawInvitation(companyId, invitation.id).then(onChange, setFailed)
  return (
    <Card>
      <What invitation={invitation} />
      <Button kind="secondary" onPress={() => setAsking(true)}>
        {copy.withdraw}
      </Button>
      {asking && (
        <Dialog label={copy.withdraw} onClose={() => setAsking(false)}>
          <Notice tone="bad">{copy.sureWithdraw}</Notice>
          {failed !== undefined && <Problem error={failed} />}
          <Button onPress={() => void withdraw()}>{copy.sure}</Button>
          <Button kind="plain" onPress={() => setAsking(false)}>
            {copy.cancel}
          </Button>
        </Dialog>
      )}
    </Card>
  )
}

interface SentInvitationsProps {
  readonly companyId: string
  readonly invitations: readonly Invitation[]
  readonly onChange: () => void
}

/** Whom the company asked to come: those that still count each with the way to take it back, the others folded away. */
export function SentInvitations({ companyId, invitations, onChange }: SentInvitationsProps) {
  const open = invitations.filter(({ state }) => state === 'open')
  const ended = invitations.filter(({ state }) => state !== 'open')
  return (
    <>
      {open.map((invitation) => (
        <Open key={invitation.id} companyId={companyId} invitation={invitation} onChange={onChange} />
      ))}
      {ended.length > 0 && (
        <Fold title={copy.ended(ended.length)}>
          <View className={styles.inside}>
            {ended.map((invitation) => (
              <View key={invitation.id} className={styles.pair}>
                <What invitation={invitation} />
              </View>
            ))}
          </View>
        </Fold>
      )}
    </>
  )
}
