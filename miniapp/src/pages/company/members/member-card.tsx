import type { CompanyMembers } from '@suanhui/shared/api'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { changeMember, removeMember } from '../../../api/companies'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Problem } from '../../../components/problem'
import { Tag } from '../../../components/tag'
import { Dialog } from '../../../platform/dialog'
import { instantWords } from '../../../words/instant'
import { membersCopy as copy, roleNames } from '../copy'
import styles from '../index.module.scss'

export type Member = CompanyMembers['members'][number]

interface MemberCardProps {
  readonly companyId: string
  readonly member: Member
  /** The one who looks is an owner. */
  readonly byOwner: boolean
  readonly onChange: () => void
  readonly onLeft: () => void
}

function Remove({ companyId, member, onChange, onLeft }: Omit<MemberCardProps, 'byOwner'>) {
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const words = member.me ? copy.leave : copy.remove
  const remove = () => removeMember(companyId, member.personId).then(member.me ? onLeft : onChange, setFailed)
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>
        {words}
      </Button>
      {asking && (
        <Dialog label={words} onClose={() => setAsking(false)}>
          <Notice tone="bad">{member.me ? copy.sureLeave : copy.sureRemove}</Notice>
          {failed !== undefined && <Problem error={failed} />}
          <Button onPress={() => void remove()}>{copy.sure}</Button>
          <Button kind="plain" onPress={() => setAsking(false)}>
            {copy.cancel}
          </Button>
        </Dialog>
      )}
    </>
  )
}

/** One person of the company, and what may be done about them. */
export function MemberCard({ companyId, member, byOwner, onChange, onLeft }: MemberCardProps) {
  const [failed, setFailed] = useState<unknown>()
  const other = member.role === 'owner' ? 'agent' : 'owner'
  return (
    <Card>
      <View className={styles.tags}>
        <View className={styles.strong}>
          {member.phoneMasked ?? copy.noPhone}
          {member.me && copy.me}
        </View>
        <Tag text={roleNames[member.role]} tone={member.role === 'owner' ? 'good' : 'mute'} />
      </View>
      <View className={styles.small}>{copy.since(instantWords(member.joinedAt))}</View>
      {failed !== undefined && <Problem error={failed} />}
      {byOwner && !member.me && (
        <Button
          kind="secondary"
          onPress={() => void changeMember(companyId, member.personId, { role: other }).then(onChange, setFailed)}
        >
          {other === 'owner' ? copy.makeOwner : copy.makeAgent}
        </Button>
      )}
      {(byOwner || member.me) && <Remove companyId={companyId} member={member} onChange={onChange} onLeft={onLeft} />}
    </Card>
  )
}
