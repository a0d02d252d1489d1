import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Segments } from '../../../components/segments'
import { TextField } from '../../../components/text-field'
import { DateInput } from '../../../platform/date-input'
import { dropStored, readStored, writeStored } from '../../../stores/storage'
import { paperCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { type SeenField, typedOf, valueTyped } from './fields'

interface FieldEditorProps {
  readonly field: SeenField
  readonly draftKey: string
  readonly busy: boolean
  /** Whether the server has it now. */
  readonly onSave: (value: NonNullable<SeenField['value']> | null) => Promise<boolean>
  readonly onCancel: () => void
}

const YES_NO = [
  { value: 'true', label: copy.yes },
  { value: 'false', label: copy.no },
] as const

function Box({
  field: { type, label },
  text,
  problem,
  onType,
}: {
  readonly field: SeenField
  readonly text: string
  readonly problem: string | undefined
  readonly onType: (text: string) => void
}) {
  if (type === 'bool')
    return <Segments label={label} options={YES_NO} chosen={text === 'true' ? 'true' : 'false'} onChoose={onType} />
  if (type === 'date')
    return (
      <View className={styles.box}>
        <DateInput
          className={styles.input ?? ''}
          label={label}
          value={text === '' ? undefined : text}
          onChange={(date) => onType(date ?? '')}
        />
      </View>
    )
  const figure = type === 'fen' || type === 'number'
  return (
    <TextField
      label={label}
      value={text}
      keyboard={figure ? 'decimal' : 'text'}
      hint={type === 'fen' ? copy.yuan : undefined}
      problem={problem}
      longest={200}
      onChange={onType}
    />
  )
}

/** What is typed stays on the phone until the server has it. */
export function FieldEditor({ field, draftKey, busy, onSave, onCancel }: FieldEditorProps) {
  const [text, setText] = useState(() => {
    const kept = readStored(draftKey)
    return typeof kept === 'string' ? kept : typedOf(field.type, field.value)
  })
  const [tried, setTried] = useState(false)
  const value = valueTyped(field.type, text)
  const type = (next: string): void => {
    setText(next)
    writeStored(draftKey, next)
  }
  const save = async (next: NonNullable<SeenField['value']> | null): Promise<void> => {
    if (await onSave(next)) dropStored(draftKey)
  }
  const wrong = tried && value === undefined && text !== '' ? copy.wrongFigure : undefined
  return (
    <>
      <Box field={field} text={text} problem={wrong} onType={type} />
      <View className={styles.pair}>
        <Button
          kind="secondary"
          disabled={busy || text.trim() === ''}
          onPress={() => {
            setTried(true)
            if (value !== undefined) void save(value)
          }}
        >
          {copy.save}
        </Button>
        <Button
          kind="plain"
          onPress={() => {
            dropStored(draftKey)
            onCancel()
          }}
        >
          {copy.cancel}
        </Button>
      </View>
      <Button kind="plain" disabled={busy} onPress={() => void save(null)}>
        {copy.absent}
      </Button>
    </>
  )
}
