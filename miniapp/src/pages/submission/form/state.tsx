import { View } from '@tarojs/components'
import { waitingWords } from '../../../components/problem'
import { aria } from '../../../platform/aria'
import { Pressable } from '../../../platform/pressable'
import type { Saving } from '../../../stores/draft/draft'
import { instantWords } from '../../../words/instant'
import { formCopy as copy } from '../copy'
import styles from './index.module.scss'

const savingWords = (saving: Saving, pending: boolean): string => {
  if (saving.state === 'saving' || (pending && saving.state === 'saved')) return copy.saving
  if (saving.state === 'waiting') return waitingWords(saving.error)
  return saving.at === undefined ? copy.keptHere : copy.saved(instantWords(saving.at).split(' ')[1] ?? '')
}

interface FormStateProps {
  /** How much is empty or wrong. */
  readonly left: number
  readonly saving: Saving
  /** How much was changed elsewhere as well: nothing is saved before the person has decided. */
  readonly conflicts: number
  readonly onDecide: () => void
  /** Whether something typed is not on its way yet. */
  readonly pending: boolean
  /** Goes to the next of them: most of a long form is filled in by itself. */
  readonly onNext: () => void
}

/** Stays in sight on top of a form: how much it lacks, the way to the next of it, and whether all is saved. */
export function FormState({ left, saving, conflicts, onDecide, pending, onNext }: FormStateProps) {
  return (
    <View className={styles.state}>
      <View className={styles.words} {...aria({ live: 'polite' })}>
        <View className={styles.left}>{copy.left(left)}</View>
        <View>{conflicts > 0 ? copy.conflicts(conflicts) : savingWords(saving, pending)}</View>
      </View>
      {(conflicts > 0 || left > 0) && (
        <Pressable className={styles.next ?? ''} onPress={conflicts > 0 ? onDecide : onNext}>
          {conflicts > 0 ? copy.toConflicts : copy.next}
        </Pressable>
      )}
    </View>
  )
}
