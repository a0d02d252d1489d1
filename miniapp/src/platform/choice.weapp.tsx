import { View } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { ChoiceGroupProps, ChoiceProps } from './choice-props'

/** Its words are in it, and name it: said a second time they would be a third of what a list of answers sends. */
export function Choice({ kind, checked, onChange, className, children }: ChoiceProps) {
  return (
    <View className={className ?? ''} onClick={onChange} {...aria({ role: kind, checked })}>
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
