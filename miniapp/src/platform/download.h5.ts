import type { Asked, Fetched } from './download-props'
import { apiOrigin } from './origin'

/** Brings a file here; papers of a company stay in no cache. Throws where no answer came. */
export async function download({ path, headers }: Asked): Promise<Fetched> {
  const answer = await fetch(`${apiOrigin}${path}`, { headers: { ...headers }, cache: 'no-store' })
  if (!answer.ok) return { status: answer.status, src: '' }
  return { status: answer.status, src: URL.createObjectURL(await answer.blob()) }
}

/** The memory of a picture that nobody sees any more. */
export const forget = (src: string): void => URL.revokeObjectURL(src)

/** Hands a file to the person: the browser saves it under its name. */
export async function openFile(src: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = src
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click; a minute is long enough for any file we have.
  setTimeout(() => forget(src), 60_000)
}
