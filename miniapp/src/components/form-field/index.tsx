import {
  choicesOf,
  type FilledValue,
  type FormField,
  type FormValue,
  unprintable,
  unprintableWords,
  valueText,
} from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useRef } from 'react'
import { TextArea } from '../../platform/text-area'
import { formFieldCopy as copy } from '../copy'
import { Place } from '../place'
import { Tick } from '../tick'
import { CellField } from './cell-field'
import styles from './index.module.scss'
import { Offer, sourceWords } from './provenance'
import { RowsField } from './rows-field'

interface FormFieldViewProps {
  readonly field: FormField
  readonly filled: FilledValue | undefined
  readonly problem: string | undefined
  /** What is wrong with a cell of its rows. */
  readonly cellProblem?: (row: number, column: string) => string | undefined
  /** What would make its draft say more: 附件4. */
  readonly lacks?: readonly string[] | undefined
  /** Undefined takes the person's answer back: what can be filled in by itself stands there again. */
  readonly onChange: (value: FormValue | undefined) => void
}

/** The name of a field, and where its value comes from. */
function Top({ field, filled }: { readonly field: FormField; readonly filled: FilledValue | undefined }) {
  const source = sourceWords(filled)
  return (
    <View className={styles.top}>
      <View className={styles.label}>{field.label}</View>
      {source !== undefined && <View className={styles.quiet}>{source}</View>}
    </View>
  )
}

function Lacks({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <View className={styles.quiet}>
      <View>{copy.lacks}</View>
      {words.map((each) => (
        <View key={each}>· {each}</View>
      ))}
    </View>
  )
}

function LongText({
  field,
  filled,
  problem,
  lacks = [],
  onChange,
}: FormFieldViewProps & { readonly field: FormField & { type: 'long text' } }) {
  const text = typeof filled?.value === 'string' ? filled.value : ''
  return (
    <View className={styles.field}>
      <Top field={field} filled={filled} />
      <View className={styles.quiet}>{field.hint}</View>
      <View className={`${styles.box} ${problem === undefined ? '' : styles.wrong}`}>
        <TextArea
          className={styles.area ?? ''}
          label={field.label}
          value={text}
          longest={field.max}
          invalid={problem !== undefined}
          onChange={onChange}
        />
      </View>
      <View className={problem === undefined ? styles.quiet : styles.problem}>
        {problem ?? copy.length([...text].length, field.max)}
      </View>
      <Lacks words={lacks} />
    </View>
  )
}

function SeveralOf({
  field,
  filled,
  problem,
  onChange,
}: FormFieldViewProps & { readonly field: FormField & { type: 'several of' } }) {
  const chosen = choicesOf(filled?.value)
  // Two may be ticked before the page is drawn anew: the second must not undo the first.
  const latest = useRef(chosen)
  latest.current = chosen
  const toggle = (key: string) => {
    const before = latest.current
    latest.current = field.options.map((option) => option.key).filter((one) => (one === key) !== before.includes(one))
    onChange(latest.current)
  }
  return (
    <View className={styles.field}>
      <Top field={field} filled={filled} />
      <View className={styles.quiet}>{field.hint}</View>
      {field.options.map(({ key, label }) => (
        <Tick key={key} label={label} checked={chosen.includes(key)} onChange={() => toggle(key)} />
      ))}
      {problem !== undefined && <View className={styles.problem}>{problem}</View>}
    </View>
  )
}

function FieldInput(props: FormFieldViewProps) {
  const { field, filled, problem, cellProblem, onChange } = props
  switch (field.type) {
    case 'long text':
      return <LongText {...props} field={field} />
    case 'several of':
      return <SeveralOf {...props} field={field} />
    case 'rows':
      return (
        <RowsField
          place={field.id}
          label={field.label}
          hint={field.hint}
          rowName={field.rowName}
          columns={field.columns}
          most={field.most}
          filled={filled}
          problem={problem}
          cellProblem={cellProblem}
          onChange={onChange}
        />
      )
    default: {
      const label = field.group === undefined ? field.label : `${field.group}${field.label}`
      const kind = field.type === 'identity number' ? ({ type: 'text', max: 30 } as const) : field
      const source = sourceWords(filled)
      return (
        <CellField
          label={label}
          hint={field.hint}
          kind={kind}
          value={filled?.value}
          problem={problem}
          source={source}
          onChange={onChange}
        />
      )
    }
  }
}

/** One field of an official table, with where its value comes from, what is wrong with it and how it prints. */
export function FormFieldView(props: FormFieldViewProps) {
  const { field, filled, onChange } = props
  const rare = unprintable(valueText(field, filled?.value))
  return (
    <Place name={field.id}>
      <FieldInput {...props} />
      {rare.length > 0 && <View className={styles.quiet}>{unprintableWords(rare)}</View>}
      {field.type !== 'rows' && <Offer field={field} known={filled?.known} onTake={() => onChange(undefined)} />}
    </Place>
  )
}
