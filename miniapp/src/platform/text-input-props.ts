export interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly placeholder?: string | undefined
  /** `decimal`: figures with a decimal point, or with a sign as well. `digits`: a phone number, a code. */
  readonly keyboard: 'decimal' | 'digits' | 'text'
  /** The most characters; 30 where it is absent. */
  readonly longest?: number | undefined
  readonly invalid: boolean
  readonly className?: string
}
