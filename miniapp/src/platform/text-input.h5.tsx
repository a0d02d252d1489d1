import { useDescribedBy } from './described-by'
import type { TextInputProps } from './text-input-props'

const MODES = { decimal: 'decimal', digits: 'numeric', text: 'text' } as const

export function TextInput({
  label,
  value,
  onChange,
  placeholder,
  keyboard,
  longest,
  invalid,
  className,
}: TextInputProps) {
  return (
    <input
      type="text"
      className={`reset-input ${className ?? ''}`}
      aria-label={label}
      aria-describedby={useDescribedBy()}
      aria-invalid={invalid}
      inputMode={MODES[keyboard]}
      maxLength={longest}
      autoComplete="off"
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
