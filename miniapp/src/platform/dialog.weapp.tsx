import { View } from '@tarojs/components'
import { aria } from './aria.weapp'
import type { DialogProps } from './dialog-props'

export function Dialog({ label, onClose, children }: DialogProps) {
  return (
    <View className="dialog-over">
      <View className="dialog-shade" onClick={onClose} catchMove />
      <View className="dialog-inside" {...aria({ role: 'dialog', label })}>
        {children}
      </View>
    </View>
  )
}
