import { valueText } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { profileCopy as copy } from '../copy'
import { profileFields } from '../fields'
import type { Conflict } from './edits'

interface ConflictCardProps {
  readonly conflict: Conflict
  readonly onDecide: (which: 'mine' | 'theirs') => void
}

/** Both versions side by side: nobody's is dropped unasked. */
export function ConflictCard({ conflict, onDecide }: ConflictCardProps) {
  const field = profileFields.find(({ key }) => key === conflict.key)?.field
  if (field === undefined) return null
  const text = (value: Conflict['mine']): string => (value === null ? copy.empty : valueText(field, value))
  return (
    <Card title={copy.conflict}>
      <View>{`${field.group ?? ''}${field.label}`}</View>
      <Button kind="secondary" onPress={() => onDecide('mine')}>
        {copy.mine(text(conflict.mine))}
      </Button>
      <Button kind="secondary" onPress={() => onDecide('theirs')}>
        {copy.theirs(text(conflict.theirs))}
      </Button>
    </Card>
  )
}
