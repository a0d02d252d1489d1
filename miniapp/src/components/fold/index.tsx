import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Card } from '../card'
import { Cell } from '../cell'
import styles from './index.module.scss'

interface FoldProps {
  readonly title: string
  readonly detail?: string
  /** Open from the start: what one came for is in it. */
  readonly opened?: boolean
  readonly children: ReactNode
}

/** What few people need, closed until asked for. */
export function Fold({ title, detail, opened = false, children }: FoldProps) {
  const [open, setOpen] = useState(opened)
  return (
    <Card flush>
      <Cell title={title} detail={detail} expanded={open} onPress={() => setOpen(!open)} />
      {open && <View className={styles.inside}>{children}</View>}
    </Card>
  )
}
