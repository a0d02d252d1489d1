/** Where a message leads: the name of a page, and ids only. */
export interface Link {
  readonly page: 'submission' | 'timeline' | 'corrections' | 'registration' | 'measure' | 'newFiling' | 'rounds'
  readonly params: Readonly<Record<string, string>>
}
