import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { Choice, ChoiceGroup } from '../../platform/choice'
import { DONT_KNOW } from '../../words/fact'
import { yesNoCopy } from '../copy'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'

type BoolDefinition = Extract<FactDefinition, { type: 'bool' }>

const CHOICES = [
  { label: yesNoCopy.yes, value: true },
  { label: yesNoCopy.no, value: false },
  { label: DONT_KNOW, value: null },
] as const

export function YesNoField({ id, definition, value, onAnswer }: FieldProps<BoolDefinition>) {
  return (
    <>
      <ChoiceGroup kind="radio" label={definition.label} className={styles.chips}>
        {CHOICES.map((choice) => {
          const checked = value === choice.value
          return (
            <Choice
              key={choice.label}
              kind="radio"
              name={id}
              label={choice.label}
              checked={checked}
              onChange={() => onAnswer(checked ? undefined : choice.value)}
              className={checked ? `${styles.chip} ${styles.chosen}` : styles.chip}
            >
              {choice.label}
            </Choice>
          )
        })}
      </ChoiceGroup>
      <View className={styles.echo} {...aria({ live: 'polite' })}>
        {value === true ? definition.yes : value === false ? definition.no : ''}
      </View>
    </>
  )
}
