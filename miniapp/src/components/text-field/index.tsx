import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { TextInput } from '../../platform/text-input'
import type { TextInputProps } from '../../platform/text-input-props'
import { usePreferences } from '../../stores/preferences'
import { textFieldCopy } from '../copy'
import styles from './index.module.scss'
import { wholeOf } from './whole'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly hint?: string | undefined
  /** What is wrong with it, in words. */
  readonly problem?: string | undefined
  /** What to look at a second time though it may be right; in place of the hint. */
  readonly doubt?: string | undefined
  readonly placeholder?: string | undefined
  readonly keyboard?: TextInputProps['keyboard']
  readonly optional?: boolean
  /** Where the value comes from: 来自发票 … */
  readonly source?: string | undefined
  readonly longest?: number | undefined
}

/** A line to write in, with its name above and what is wrong below. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  problem,
  doubt,
  placeholder,
  keyboard = 'text',
  optional = false,
  source,
  longest,
}: TextFieldProps) {
  const whole = wholeOf(value, usePreferences().elder)
  return (
    <View className={styles.field}>
      <View className={styles.top}>
        <View className={styles.label}>
          {label}
          {optional && <View className={styles.optional}>{textFieldCopy.optional}</View>}
        </View>
        {source !== undefined && <View className={styles.source}>{source}</View>}
      </View>
      <View className={`${styles.box} ${problem !== undefined ? styles.wrong : ''}`}>
        <TextInput
          className={styles.input}
          label={label}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
          keyboard={keyboard}
          invalid={problem !== undefined}
          longest={longest}
        />
      </View>
      {whole !== undefined && (
        <View className={`${styles.whole} ${whole.narrowOnly ? styles.narrow : ''}`}>{whole.text}</View>
      )}
      {(problem ?? doubt) !== undefined ? (
        <View className={problem === undefined ? styles.doubt : styles.problem} {...aria({ live: 'polite' })}>
          {problem ?? doubt}
        </View>
      ) : (
        hint !== undefined && <View className={styles.hint}>{hint}</View>
      )}
    </View>
  )
}
