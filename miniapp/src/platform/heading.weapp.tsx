import { View } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { HeadingProps } from './heading-props'

export function Heading({ level, className, children }: HeadingProps) {
  return (
    <View className={className ?? ''} {...aria({ role: 'heading', level })}>
      {children}
    </View>
  )
}
