import {
  type CellValue,
  type FilledValue,
  type FormColumn,
  type FormRow,
  rowOffers,
  rowsOf,
  rowText,
} from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { aria } from '../../platform/aria'
import { Button } from '../button'
import { formFieldCopy as copy } from '../copy'
import { Place } from '../place'
import { CellField } from './cell-field'
import styles from './index.module.scss'
import { cellSourceWords, Offer } from './provenance'

interface RowsFieldProps {
  /** Its name; rows and cells are named after it: `contracts.0.site`. */
  readonly place: string
  readonly label: string
  readonly hint: string
  readonly rowName: string
  readonly columns: readonly FormColumn[]
  readonly most: number
  readonly filled: FilledValue | undefined
  readonly problem: string | undefined
  readonly cellProblem?: ((row: number, column: string) => string | undefined) | undefined
  readonly onChange: (rows: readonly FormRow[]) => void
}

const withCell = (row: FormRow, column: string, value: CellValue | undefined): FormRow => {
  const { [column]: _before, ...rest } = row
  return value === undefined ? rest : { ...rest, [column]: value }
}

interface CellOfferProps {
  readonly column: FormColumn
  readonly value: CellValue | undefined
  readonly source: FilledValue['source'] | undefined
  readonly onTake: (value: CellValue) => void
}

function CellOffer({ column, value, source, onTake }: CellOfferProps) {
  if (value === undefined || source === undefined) return null
  return <Offer field={column} known={{ value, source }} onTake={() => onTake(value)} />
}

/** A row that was taken away a moment ago, and where it stood. */
interface Dropped {
  readonly index: number
  readonly row: FormRow
}

interface PutBackProps {
  readonly rowName: string
  readonly dropped: Dropped
  readonly onPress: (dropped: Dropped) => void
}

/**
 * A row has a dozen cells, and the button is easily pressed by mistake: it can be put back where it stood. The rows below
 * have moved up; this stays in sight among them.
 */
function PutBack({ rowName, dropped, onPress }: PutBackProps) {
  return (
    <View className={styles.dropped} {...aria({ live: 'polite' })}>
      <View>{copy.dropped(rowName, dropped.index + 1)}</View>
      <Button kind="secondary" onPress={() => onPress(dropped)}>
        {copy.putBack}
      </Button>
    </View>
  )
}

/** Rows of a table, one below the other: contracts, shareholders. */
export function RowsField({
  place,
  label,
  hint,
  rowName,
  columns,
  most,
  filled,
  problem,
  cellProblem,
  onChange,
}: RowsFieldProps) {
  const rows = rowsOf(filled?.value)
  const source = filled?.known
  const offers = rowOffers(columns, filled?.value, source?.value ?? [])
  // Two cells may be filled in before the page is drawn anew: the second must not undo the first.
  const latest = useRef(rows)
  latest.current = rows
  const [dropped, setDropped] = useState<Dropped>()
  const replace = (next: readonly FormRow[]) => {
    latest.current = next
    onChange(next)
  }
  const drop = (index: number) => {
    const row = latest.current[index]
    setDropped(row === undefined || Object.keys(row).length === 0 ? undefined : { index, row })
    replace(latest.current.filter((_, at) => at !== index))
  }
  const putBack = ({ index, row }: Dropped) => {
    setDropped(undefined)
    replace([...latest.current.slice(0, index), row, ...latest.current.slice(index)])
  }
  const change = (index: number, row: (before: FormRow) => FormRow) =>
    replace(latest.current.map((one, at) => (at === index ? row(one) : one)))
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      <View className={styles.quiet}>{hint}</View>
      {rows.map((row, index) => (
        <View key={index} className={styles.row}>
          <Place name={`${place}.${index}`}>
            <View className={styles.label}>
              {rowName}
              {index + 1}
            </View>
          </Place>
          {columns.map((column) => (
            <Place key={column.id} name={`${place}.${index}.${column.id}`}>
              <CellField
                label={column.label}
                hint={column.hint}
                kind={column}
                value={row[column.id]}
                problem={cellProblem?.(index, column.id)}
                source={cellSourceWords(filled, offers.known[index] ?? {}, column.id, row[column.id])}
                onChange={(cell) => change(index, (before) => withCell(before, column.id, cell))}
              />
              <CellOffer
                column={column}
                value={offers.cells[index]?.[column.id]}
                source={source?.source}
                onTake={(cell) => change(index, (before) => withCell(before, column.id, cell))}
              />
            </Place>
          ))}
          <Button kind="plain" onPress={() => drop(index)}>
            {copy.dropRow}
          </Button>
        </View>
      ))}
      {dropped !== undefined && rows.length < most && <PutBack rowName={rowName} dropped={dropped} onPress={putBack} />}
      {source !== undefined &&
        rows.length < most &&
        offers.more.map((row) => (
          <View key={rowText(columns, row)} className={styles.offer}>
            <View className={styles.quiet}>{copy.more[source.source]}</View>
            <View className={styles.draft}>{rowText(columns, row)}</View>
            <Button kind="secondary" onPress={() => replace([...latest.current, row])}>
              {copy.takeRow(rowName)}
            </Button>
          </View>
        ))}
      {problem !== undefined && <View className={styles.problem}>{problem}</View>}
      {rows.length < most ? (
        <Button kind="secondary" onPress={() => replace([...latest.current, {}])}>
          {copy.addRow(rowName)}
        </Button>
      ) : (
        <View className={styles.quiet}>{copy.mostRows(rowName, most)}</View>
      )}
    </View>
  )
}
