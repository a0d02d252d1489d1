import type { FactDefinition } from '@suanhui/shared/facts'
import { Choice, ChoiceGroup } from '../../platform/choice'
import { DONT_KNOW } from '../../words/fact'
import { yesNoCopy } from '../copy'
import type { Beside, FieldProps } from './field-props'
import styles from './index.module.scss'

type BoolDefinition = Extract<FactDefinition, { type: 'bool' }>

const CHOICES = [
  { label: yesNoCopy.yes, value: true },
  { label: yesNoCopy.no, value: false },
  { label: DONT_KNOW, value: null },
] as const

export const besideYesNo = ({ definition, value }: FieldProps<BoolDefinition>): Beside => ({
  echo: value === true ? definition.yes : value === false ? definition.no : '',
})

export const YesNoField = ({ id, definition, value, onAnswer }: FieldProps<BoolDefinition>) => (
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
)
