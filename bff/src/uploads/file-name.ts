/** Control characters, and those that turn the direction of what follows. */
const HIDDEN = /[\p{Cc}\p{Cf}]/gu

/** The last part of whatever path a phone sends: only shown, never used as a place. */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last.normalize('NFC').replace(HIDDEN, '').trim()
  return plain === '' || plain === '.' || plain === '..' ? '未命名' : plain.slice(0, 200)
}
