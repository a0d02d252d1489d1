import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '../../platform/heading'
import styles from './index.module.scss'

/** Says why there is nothing here, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <View className={styles.empty}>
      <Heading level={2} className={styles.title}>
        {title}
      </Heading>
      {children}
    </View>
  )
}
