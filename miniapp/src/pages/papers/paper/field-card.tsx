import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Tag } from '../../../components/tag'
import { aria } from '../../../platform/aria'
import { paperCopy as copy, sourceNames } from '../copy'
import styles from '../index.module.scss'
import type { Crop } from './crop'
import { FieldEditor } from './field-editor'
import { type SeenField, valueWords } from './fields'

interface FieldCardProps {
  readonly field: SeenField
  /** Names what is typed on this phone until it is saved. */
  readonly draftKey: string
  readonly picture: { readonly src: string; readonly crop: Crop } | undefined
  readonly findings: readonly string[]
  readonly readOnly: boolean
  readonly busy: boolean
  /** `null`: it stands not on the paper. */
  readonly onConfirm: (value: NonNullable<SeenField['value']> | null) => Promise<boolean>
}

function Value({ field }: { readonly field: SeenField }) {
  const { value, type, source, absent, state } = field
  const from = value === undefined ? (absent ? copy.isAbsent : undefined) : source && sourceNames[source]
  return (
    <View>
      {value !== undefined && <View className={styles.value}>{valueWords(type, value)}</View>}
      <View className={styles.said}>
        <Tag {...copy.states[state]} />
        {from !== undefined && <View className={styles.quiet}>{from}</View>}
      </View>
      {state === 'disagree' && <View className={styles.bad}>{copy.disagree}</View>}
    </View>
  )
}

/** One field beside the place of the paper where it was read: a person says that it is right, or puts it right. */
export function FieldCard({ field, draftKey, picture, findings, readOnly, busy, onConfirm }: FieldCardProps) {
  const [editing, setEditing] = useState(false)
  const { value, state, label } = field
  return (
    <Card title={label}>
      {picture !== undefined && (
        <View className={styles.crop} style={picture.crop.box} {...aria({ role: 'img', label: copy.onPaper(label) })}>
          <Image
            className={styles.cropped ?? ''}
            src={picture.src}
            style={picture.crop.picture}
            mode="scaleToFill"
            {...aria({ hidden: true })}
          />
        </View>
      )}
      <Value field={field} />
      {findings.map((words) => (
        <Notice key={words} tone="bad">
          {words}
        </Notice>
      ))}
      {editing && (
        <FieldEditor
          field={field}
          draftKey={draftKey}
          busy={busy}
          onSave={async (next) => {
            const saved = await onConfirm(next)
            if (saved) setEditing(false)
            return saved
          }}
          onCancel={() => setEditing(false)}
        />
      )}
      {!editing && !readOnly && (
        <View className={styles.pair}>
          {value !== undefined && state !== 'confirmed' && (
            <Button kind="secondary" disabled={busy} onPress={() => void onConfirm(value)}>
              {copy.right}
            </Button>
          )}
          <Button kind={value === undefined ? 'secondary' : 'plain'} onPress={() => setEditing(true)}>
            {value === undefined ? copy.fill : copy.change}
          </Button>
        </View>
      )}
    </Card>
  )
}
