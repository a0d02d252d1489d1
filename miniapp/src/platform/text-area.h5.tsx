import { useDescribedBy } from './described-by'
import type { TextAreaProps } from './text-area-props'

export function TextArea({ label, value, onChange, longest, invalid, className }: TextAreaProps) {
  return (
    <textarea
      className={`reset-input ${className ?? ''}`}
      aria-label={label}
      aria-describedby={useDescribedBy()}
      aria-invalid={invalid}
      rows={6}
      maxLength={longest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
