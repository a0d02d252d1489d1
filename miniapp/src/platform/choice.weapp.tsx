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

/** With a heading of its own it has no name besides: it would be said twice, and be sent twice with every question. */
export function ChoiceGroup({ kind, label, titled = false, className, children }: ChoiceGroupProps) {
  const named = titled ? {} : aria({ role: kind === 'radio' ? 'radiogroup' : 'group', label })
  return (
    <View className={className ?? ''} {...named}>
      {children}
    </View>
  )
}
