import { readAtMost } from '../../platforms/read-at-most'

/** A vendor that says nothing for so long is taken to be down. */
export const VENDOR_PATIENCE_MS = 8_000
const LONGEST_ANSWER_BYTES = 64 * 1024

/** One request; undefined where there was no answer in time, or none that is JSON. Never throws. */
export async function callVendor(
  fetch: typeof globalThis.fetch,
  address: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body?: string },
): Promise<unknown> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      ...request,
      redirect: 'error',
      signal: AbortSignal.timeout(VENDOR_PATIENCE_MS),
    })
    const bytes = await readAtMost(response.body, LONGEST_ANSWER_BYTES)
    return bytes && JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    // What fetch throws quotes the address, and in it the number.
    return undefined
  }
}
