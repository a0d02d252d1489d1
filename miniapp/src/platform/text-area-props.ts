export interface TextAreaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly longest: number
  readonly invalid: boolean
  readonly className?: string
}
