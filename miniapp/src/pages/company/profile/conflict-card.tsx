import { valueText } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import type { Conflict } from '../../../stores/draft/edits'
import { profileCopy as copy } from '../copy'
import { profileFields } from '../fields'

interface ConflictCardProps {
  readonly conflict: Conflict
  readonly onDecide: (which: 'mine' | 'theirs') => void
}

/** Both versions side by side: nobody's is dropped unasked. */
export function ConflictCard({ conflict, onDecide }: ConflictCardProps) {
  const field = profileFields.find(({ key }) => key === conflict.name)?.field
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
