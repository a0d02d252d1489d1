import { View } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { PressableProps } from './pressable-props'

/** A view with a role: WeChat's button brings a look of its own. */
export function Pressable({
  children,
  onPress,
  className,
  label,
  disabled = false,
  role = 'button',
  expanded,
  pressed,
}: PressableProps) {
  return (
    <View
      className={className ?? ''}
      hoverClass={disabled ? 'none' : 'pressed'}
      onClick={disabled ? undefined : onPress}
      {...aria({ role, label, expanded, checked: pressed })}
      {...(disabled && { ariaDisabled: true })}
    >
      {children}
    </View>
  )
}
