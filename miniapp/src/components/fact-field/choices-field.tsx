import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { DONT_KNOW } from '../../words/fact'
import { factFieldCopy as copy } from '../copy'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'
import { Rows } from './rows'

type SetOf = Extract<FactDefinition, { type: 'set of' }>

/** Any number of options. None ticked is "not answered yet": that none applies has a row of its own. */
export function ChoicesField({ id, definition, value, onAnswer }: FieldProps<SetOf>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const none = Array.isArray(value) && value.length === 0
  const toggle = (key: string) => {
    const next = Object.keys(definition.options).filter((one) => (one === key) !== chosen.includes(one))
    onAnswer(next.length === 0 ? undefined : next)
  }
  const rows = [
    ...Object.entries(definition.options).map(([key, label]) => ({
      label,
      checked: chosen.includes(key),
      choose: () => toggle(key),
    })),
    { label: copy.none, checked: none, choose: () => onAnswer(none ? undefined : []), apart: true },
    {
      label: DONT_KNOW,
      checked: value === null,
      choose: () => onAnswer(value === null ? undefined : null),
      apart: true,
    },
  ]
  return (
    <View className={styles.rows}>
      <Rows kind="checkbox" name={id} rows={rows} />
    </View>
  )
}
