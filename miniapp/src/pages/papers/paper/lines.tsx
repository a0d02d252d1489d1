import type { Paper, PaperLine } from '@suanhui/shared/papers'
import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Tick } from '../../../components/tick'
import { paperCopy as copy } from '../copy'
import styles from '../index.module.scss'
import { yuanWords } from './fields'

const amountWords = ({ quantity, unit, amountFen, taxRate }: PaperLine): string =>
  [
    quantity === undefined ? '' : `${quantity}${unit ?? ''}`,
    amountFen === undefined ? '' : copy.withoutTax(yuanWords(amountFen)),
    taxRate === undefined ? '' : copy.taxRate(taxRate),
  ]
    .filter((one) => one !== '')
    .join('，')

interface LinesProps {
  readonly paper: Paper
  readonly readOnly: boolean
  readonly onChange: (lines: readonly PaperLine[]) => void
}

/** The rows of an invoice or a bill; a person may say which of them is not paid for. */
export function Lines({ paper, readOnly, onChange }: LinesProps) {
  if (paper.lines.length === 0) return null
  const toggle = (at: number): void =>
    onChange(paper.lines.map((line, index) => (index === at ? { ...line, excluded: line.excluded !== true } : line)))
  return (
    <Card title={copy.lines}>
      {paper.lines.map((line, index) => (
        <View key={index} className={styles.line}>
          <View>{line.name}</View>
          <View className={styles.quiet}>{amountWords(line)}</View>
          {!readOnly && paper.kind === 'invoice' && (
            <Tick label={copy.excluded} checked={line.excluded === true} onChange={() => toggle(index)} />
          )}
        </View>
      ))}
    </Card>
  )
}
