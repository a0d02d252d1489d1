import {
  type CellType,
  type CellValue,
  type FilledValue,
  type FormField,
  type FormRow,
  type FoundValue,
  valueText,
} from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../button'
import { formFieldCopy as copy } from '../copy'
import styles from './index.module.scss'

/** Where a value comes from, in words. */
export const sourceWords = (filled: FilledValue | undefined): string | undefined =>
  filled && (filled.known === undefined ? copy.sources[filled.source] : copy.changed)

/** Where one cell of a row comes from, as far as the row is known. */
export function cellSourceWords(
  filled: FilledValue | undefined,
  known: FormRow,
  column: string,
  value: CellValue | undefined,
): string | undefined {
  if (filled === undefined || value === undefined) return undefined
  if (filled.known === undefined) return copy.sources[filled.source]
  if (known[column] === undefined) return copy.sources.person
  return known[column] === value ? copy.sources[filled.known.source] : copy.changed
}

const SHOWN = 60

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}……` : text
}

const unitOf = ({ type }: CellType | FormField): string => (type === 'fen' ? copy.wan : type === 'ratio' ? '%' : '')

interface OfferProps {
  readonly field: CellType | FormField
  readonly known: FoundValue | undefined
  readonly onTake: () => void
}

/** What is known now, where a person wrote something else: taken only when they say so. */
export function Offer({ field, known, onTake }: OfferProps) {
  if (known === undefined) return null
  const text = valueText(field, known.value)
  const isDraft = field.type === 'long text'
  return (
    <View className={styles.offer}>
      <View className={styles.quiet}>{isDraft ? copy.draft : copy.known[known.source]}</View>
      <View className={styles.draft}>{isDraft ? text : `${shortened(text)}${unitOf(field)}`}</View>
      <Button kind="secondary" onPress={onTake}>
        {isDraft ? copy.takeDraft : copy.take[known.source]}
      </Button>
    </View>
  )
}
