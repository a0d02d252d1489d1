import type { IsoDate } from '@suanhui/shared/date'

/** Companies that apply are older than the rules: phones show no day before this one. */
export const FIRST_DAY = '1949-10-01'

export interface DateInputProps {
  readonly label: string
  readonly value: IsoDate | undefined
  /** `undefined` when the date was taken away. */
  readonly onChange: (date: IsoDate | undefined) => void
  readonly className?: string
}
