import type { FactDefinition } from '@suanhui/shared/facts'
import { ChoiceGroup } from '../../platform/choice'
import { DONT_KNOW } from '../../words/fact'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'
import { Row } from './row'

type OneOf = Extract<FactDefinition, { type: 'one of' }>

export function ChoiceField({ id, definition, value, onAnswer }: FieldProps<OneOf>) {
  const choose = (choice: string | null) => onAnswer(value === choice ? undefined : choice)
  return (
    <ChoiceGroup kind="radio" label={definition.label} className={styles.rows}>
      {Object.entries(definition.options).map(([key, label]) => (
        <Row key={key} kind="radio" name={id} label={label} checked={value === key} onChange={() => choose(key)} />
      ))}
      <Row kind="radio" name={id} label={DONT_KNOW} checked={value === null} onChange={() => choose(null)} apart />
    </ChoiceGroup>
  )
}
