import type { FactDefinition } from '@suanhui/shared/facts'
import { ChoiceGroup } from '../../platform/choice'
import { DONT_KNOW } from '../../words/fact'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'
import { Rows } from './rows'

type OneOf = Extract<FactDefinition, { type: 'one of' }>

export function ChoiceField({ id, definition, value, onAnswer }: FieldProps<OneOf>) {
  const choose = (choice: string | null) => onAnswer(value === choice ? undefined : choice)
  const rows = [
    ...Object.entries(definition.options).map(([key, label]) => ({
      label,
      checked: value === key,
      choose: () => choose(key),
    })),
    { label: DONT_KNOW, checked: value === null, choose: () => choose(null), apart: true },
  ]
  return (
    <ChoiceGroup kind="radio" label={definition.label} className={`${styles.rows} ${styles.round}`}>
      <Rows kind="radio" name={id} rows={rows} />
    </ChoiceGroup>
  )
}
