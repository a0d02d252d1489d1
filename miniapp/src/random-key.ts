const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Names one attempt of a write, so that a repetition of it does nothing new. It is no secret. */
export const randomKey = (): string =>
  Array.from({ length: 24 }, () => LETTERS.charAt(Math.floor(Math.random() * LETTERS.length))).join('')
