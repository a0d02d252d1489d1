let handed = ''

/** Keeps an invitation while the page is open, in memory only: it is a secret. */
export function takeInvitation(token: string): void {
  handed = token
}

export const heldInvitation = (): string => handed

export function dropInvitation(): void {
  handed = ''
}
