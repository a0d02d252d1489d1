import { Choice } from '../../platform/choice'
import styles from './index.module.scss'

export interface RowChoice {
  readonly label: string
  readonly checked: boolean
  readonly choose: () => void
  /** Set apart: the answers that are none of the options. */
  readonly apart?: boolean
}

interface RowsProps {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly rows: readonly RowChoice[]
}

/** Answers below one another, by their place: the next question's go into the same rows, and only words are sent. */
export const Rows = ({ kind, name, rows }: RowsProps) =>
  rows
    .map((row, place) => ({ ...row, place: String(place) }))
    .map(({ place, label, checked, choose, apart = false }) => (
      <Choice
        key={place}
        kind={kind}
        name={name}
        label={label}
        checked={checked}
        onChange={choose}
        className={[styles.row, checked && styles.chosen, apart && styles.apart].filter((one) => one).join(' ')}
      >
        {label}
      </Choice>
    ))
