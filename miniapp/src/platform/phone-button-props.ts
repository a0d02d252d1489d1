export interface PhoneButtonProps {
  readonly className: string
  /** With WeChat's code for the number: one use, five minutes. */
  readonly onCode: (code: string) => void
  /** The person said no, or WeChat cannot give a number. */
  readonly onNone: (why: 'declined' | 'unable') => void
  readonly children: string
}
