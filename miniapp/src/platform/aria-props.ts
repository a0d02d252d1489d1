/** What a component says to a screen reader, in one form for both sides. */
export interface Aria {
  readonly role?: string
  readonly label?: string
  readonly hidden?: boolean
  readonly live?: 'polite' | 'assertive'
  readonly expanded?: boolean
  readonly checked?: boolean
  readonly level?: number
  /** How far something is, 0 to 100. */
  readonly percent?: number
}
