import { type CellType, type CellValue, doubtOf, type FormValue } from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { DateInput } from '../../platform/date-input'
import { formFieldCopy as copy, yesNoCopy } from '../copy'
import { inYuan } from '../fact-field/figures'
import { Segments } from '../segments'
import { TextField } from '../text-field'
import { keptFigure, shownFigure } from './figures'
import styles from './index.module.scss'

export interface CellProps {
  readonly label: string
  readonly hint: string
  readonly kind: CellType
  readonly value: FormValue | undefined
  readonly problem: string | undefined
  readonly source: string | undefined
  /** Undefined takes the answer back. */
  readonly onChange: (value: CellValue | undefined) => void
}

const YES_NO = [
  { value: 'yes', label: yesNoCopy.yes },
  { value: 'no', label: yesNoCopy.no },
] as const

const asText = (value: FormValue | undefined): string => (typeof value === 'string' ? value : '')

/** A figure with its unit, money in the other one: a slip of the unit is seen at once. */
const worthOf = (kind: 'fen' | 'ratio', value: number): string =>
  kind === 'fen' ? inYuan(value) : `${shownFigure(kind, value)}%`

function DateCell({ label, hint, value, problem, source, onChange }: CellProps) {
  return (
    <View className={styles.field}>
      <View className={styles.top}>
        <View className={styles.label}>{label}</View>
        {source !== undefined && <View className={styles.quiet}>{source}</View>}
      </View>
      <View className={styles.box}>
        <DateInput
          className={styles.input ?? ''}
          label={label}
          value={asText(value) === '' ? undefined : asText(value)}
          onChange={onChange}
        />
      </View>
      <View className={problem === undefined ? styles.quiet : styles.problem}>{problem ?? hint}</View>
    </View>
  )
}

function ChoiceCell(
  props: CellProps & { readonly options: readonly { readonly value: string; readonly label: string }[] },
) {
  const { label, hint, value, problem, source, options, onChange, kind } = props
  const chosen = kind.type === 'yes no' ? (value === true ? 'yes' : value === false ? 'no' : '') : asText(value)
  const choose = (picked: string) => onChange(kind.type === 'yes no' ? picked === 'yes' : picked)
  return (
    <View className={styles.field}>
      <Segments label={label} options={options} chosen={chosen} onChoose={choose} />
      {source !== undefined && <View className={styles.quiet}>{source}</View>}
      <View className={problem === undefined ? styles.quiet : styles.problem}>{problem ?? hint}</View>
    </View>
  )
}

/** One cell of an official table, in the way its type is filled in. */
export function CellField(props: CellProps) {
  const { kind, value, onChange, label, hint, problem, source } = props
  const common = { label, hint, problem, source }
  switch (kind.type) {
    case 'yes no':
      return <ChoiceCell {...props} options={YES_NO} />
    case 'one of':
      return (
        <ChoiceCell {...props} options={kind.options.map((option) => ({ value: option.key, label: option.label }))} />
      )
    case 'date':
      return <DateCell {...props} />
    case 'fen':
    case 'ratio':
      return (
        <TextField
          {...common}
          hint={typeof value === 'number' ? `${copy.worth(worthOf(kind.type, value))}${hint}` : hint}
          keyboard="decimal"
          placeholder={kind.type === 'fen' ? copy.inWan : copy.inPercent}
          value={shownFigure(kind.type, value)}
          onChange={(text) => onChange(keptFigure(kind.type, text))}
        />
      )
    case 'text':
      return <TextField {...common} longest={kind.max} value={asText(value)} onChange={(text) => onChange(text)} />
    case 'account':
    case 'phone':
      return (
        <TextField
          {...common}
          keyboard="digits"
          longest={40}
          value={asText(value)}
          onChange={(text) => onChange(text)}
        />
      )
    case 'credit code':
    case 'email':
      return (
        <TextField
          {...common}
          doubt={doubtOf(kind, value)}
          longest={100}
          value={asText(value)}
          onChange={(text) => onChange(text)}
        />
      )
  }
}
