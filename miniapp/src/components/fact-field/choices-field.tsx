import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { DONT_KNOW } from '../../words/fact'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'
import { Row } from './row'

type SetOf = Extract<FactDefinition, { type: 'set of' }>

/** Any number of options. None ticked is "not answered yet": that none applies has a row of its own. */
export function ChoicesField({ id, definition, value, onAnswer }: FieldProps<SetOf>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const none = Array.isArray(value) && value.length === 0
  const toggle = (key: string) => {
    const next = Object.keys(definition.options).filter((one) => (one === key) !== chosen.includes(one))
    onAnswer(next.length === 0 ? undefined : next)
  }
  return (
    <View className={styles.rows}>
      {Object.entries(definition.options).map(([key, label]) => (
        <Row
          key={key}
          kind="checkbox"
          name={id}
          label={label}
          checked={chosen.includes(key)}
          onChange={() => toggle(key)}
        />
      ))}
      <Row
        kind="checkbox"
        name={id}
        label="都没有"
        checked={none}
        onChange={() => onAnswer(none ? undefined : [])}
        apart
      />
      <Row
        kind="checkbox"
        name={id}
        label={DONT_KNOW}
        checked={value === null}
        onChange={() => onAnswer(value === null ? undefined : null)}
        apart
      />
    </View>
  )
}
