export type PrivacyAnswer = { readonly event: 'agree'; readonly buttonId: string } | { readonly event: 'disagree' }

/** WeChat waits: something that it counts as private was asked for, and the person has agreed to nothing yet. */
export interface PrivacyAsk {
  readonly answer: (answer: PrivacyAnswer) => void
}

export interface AgreeButtonProps {
  readonly className: string
  /** WeChat is told which button was pressed, and looks whether it was. */
  readonly id: string
  readonly onAgree: () => void
  readonly children: string
}
