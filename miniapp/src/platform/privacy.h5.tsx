import type { AgreeButtonProps, PrivacyAsk } from './privacy-props'

/** Browsers ask for the camera themselves. */
export function answerPrivacy(): void {}

export const usePrivacyAsk = (): PrivacyAsk | undefined => undefined

export const openPrivacyContract = (): void => {}

export function AgreeButton(_: AgreeButtonProps) {
  return null
}

/** Whether a refusal is the person's own, of WeChat's declaration of privacy. */
export const privacyDeclined = (_error: unknown): boolean => false
