import { type FilledValue, type FormField, type FoundValue, valueText } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { Button } from '../button'
import { formFieldCopy as copy } from '../copy'
import styles from './index.module.scss'

/** Where a value comes from, in words. */
export const sourceWords = (filled: FilledValue | undefined): string | undefined =>
  filled && (filled.known === undefined ? copy.sources[filled.source] : copy.changed)

const SHOWN = 60

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}……` : text
}

const unitOf = ({ type }: FormField): string => (type === 'fen' ? copy.wan : type === 'ratio' ? '%' : '')

interface OfferProps {
  readonly field: FormField
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
