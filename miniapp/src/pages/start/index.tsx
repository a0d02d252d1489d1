import { catalogue } from '@suanhui/shared/policies'
import { View } from '@tarojs/components'

export default function StartPage() {
  return (
    <View ariaRole="heading" ariaLabel="hi">
      算惠通 {catalogue.version}
    </View>
  )
}
