import { View } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { ChoiceGroupProps, ChoiceProps } from './choice-props'

export function Choice({ kind, label, checked, onChange, className, children }: ChoiceProps) {
  return (
    <View className={className ?? ''} onClick={onChange} {...aria({ role: kind, label, checked })}>
      {children}
    </View>
  )
}

export function ChoiceGroup({ kind, label, className, children }: ChoiceGroupProps) {
  return (
    <View className={className ?? ''} {...aria({ role: kind === 'radio' ? 'radiogroup' : 'group', label })}>
      {children}
    </View>
  )
}
