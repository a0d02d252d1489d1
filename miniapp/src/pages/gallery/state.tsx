import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../platform/aria'
import { Heading } from '../../platform/heading'
import styles from './index.module.scss'

interface NamedProps {
  readonly name: string
  readonly children: ReactNode
}

/** One component, under its name. */
export function Section({ name, children }: NamedProps) {
  return (
    <View className={styles.section} {...aria({ role: 'region', label: name })}>
      <Heading level={2} className={styles.name}>
        {name}
      </Heading>
      {children}
    </View>
  )
}

/** One state of it, with what it is called. */
export function State({ name, children }: NamedProps) {
  return (
    <View className={styles.state}>
      <View className={styles.words}>{name}</View>
      {children}
    </View>
  )
}
