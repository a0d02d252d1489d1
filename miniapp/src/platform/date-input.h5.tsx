import { type DateInputProps, FIRST_DAY } from './date-input-props'
import { useDescribedBy } from './described-by'

/** The phone's own date picker; on a computer it takes typing as well. */
export function DateInput({ label, value, onChange, className }: DateInputProps) {
  return (
    <input
      type="date"
      className={`reset-input ${className ?? ''}`}
      aria-label={label}
      aria-describedby={useDescribedBy()}
      min={FIRST_DAY}
      max="2099-12-31"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}
