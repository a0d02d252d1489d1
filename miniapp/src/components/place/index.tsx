import { formatDate } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { DescribedBy } from '../../platform/described-by'
import { placeCopy as copy } from '../copy'
import { Notice } from '../notice'
import styles from './index.module.scss'
import { placeId, type ReviewNote, useMarks } from './marks'

interface ReviewNoticeProps extends Pick<ReviewNote, 'note' | 'dueOn'> {
  readonly asked?: string
}

/** What a reviewer wrote, and by when. */
export function ReviewNotice({ asked = copy.asked, note, dueOn }: ReviewNoticeProps) {
  return (
    <Notice tone="warn">
      <View className={styles.asked}>{asked}</View>
      <View>{note}</View>
      {dueOn !== null && <View>{copy.due(formatDate(dueOn))}</View>}
    </Notice>
  )
}

interface PlaceProps {
  /** Of a field, a row, a cell, a paper. */
  readonly name: string
  readonly children: ReactNode
}

/** So many were drawn: a page below this one may show the same place, and a field is described by its own notes. */
let drawn = 0

/** A part of a page that can be led to; what a reviewer wrote of it stands above it, and is read out with its fields. */
export function Place({ name, children }: PlaceProps) {
  const { here, notes } = useMarks()
  const id = placeId(name)
  const [notesId] = useState(() => {
    drawn += 1
    return `${id}-notes-${drawn}`
  })
  const own = notes.get(name) ?? []
  const marked = own.length > 0 ? styles.noted : name === here ? styles.here : ''
  const parts = (
    <>
      {own.length > 0 && (
        <View id={notesId} className={styles.notes}>
          {own.map((one) => (
            <ReviewNotice key={one.id} note={one.note} dueOn={one.dueOn} />
          ))}
        </View>
      )}
      {children}
    </>
  )
  return (
    <View id={id} className={`${styles.place} ${marked}`}>
      {own.length > 0 ? <DescribedBy.Provider value={notesId}>{parts}</DescribedBy.Provider> : parts}
    </View>
  )
}
