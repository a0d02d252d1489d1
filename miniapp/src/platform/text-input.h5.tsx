import type { TextInputProps } from './text-input-props'

export function TextInput({ label, value, onChange, placeholder, keyboard, invalid, className }: TextInputProps) {
  return (
    <input
      type="text"
      className={`reset-input ${className ?? ''}`}
      aria-label={label}
      aria-invalid={invalid}
      inputMode={keyboard}
      autoComplete="off"
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
