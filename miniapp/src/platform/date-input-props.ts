import type { IsoDate } from '@suanhui/shared/date'

export interface DateInputProps {
  readonly label: string
  readonly value: IsoDate | undefined
  /** `undefined` when the date was taken away. */
  readonly onChange: (date: IsoDate | undefined) => void
  readonly className?: string
}
