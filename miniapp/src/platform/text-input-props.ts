export interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string
  /** Figures with a decimal point, or with a sign as well. */
  readonly keyboard: 'decimal' | 'text'
  readonly invalid: boolean
  readonly className?: string
}
