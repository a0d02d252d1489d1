import { View } from '@tarojs/components'
import type { PageFrameProps } from './page-frame-props'

/** WeChat draws the bar with the title and the way back. */
export function PageFrame({ className, children, bar }: PageFrameProps) {
  return (
    <View className={`frame ${className}`}>
      <View className="frame-main">{children}</View>
      {bar !== undefined && <View className="frame-bar">{bar}</View>}
    </View>
  )
}
