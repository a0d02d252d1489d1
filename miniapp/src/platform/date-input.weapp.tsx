import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { Picker, View } from '@tarojs/components'
import { aria } from './aria.weapp'
import { platformCopy as copy } from './copy'
import { type DateInputProps, FIRST_DAY } from './date-input-props'

export function DateInput({ label, value, onChange, className }: DateInputProps) {
  const shown = value === undefined ? copy.chooseDate : formatDate(value)
  return (
    <Picker
      className="picker"
      mode="date"
      value={value ?? shanghaiDay(new Date())}
      start={FIRST_DAY}
      end="2099-12-31"
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className={`picked ${className ?? ''}`} {...aria({ role: 'button', label: `${label}，${shown}` })}>
        {shown}
      </View>
    </Picker>
  )
}
