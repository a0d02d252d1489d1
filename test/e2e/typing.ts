import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Writes a line as a person does, who looks whether it stands there: the driver types into whatever has the focus, and
 * where the page puts its elements into place at that very moment, nothing has it.
 */
export async function write(field: Locator, words: string): Promise<void> {
  const standing = async (): Promise<string> => {
    await field.fill(words)
    return field.inputValue()
  }
  await expect.poll(standing, { timeout: 10_000 }).toBe(words)
}
