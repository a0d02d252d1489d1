import { ApiError, send, type TextResponse } from './send'

export { ApiError, type TextResponse } from './send'

/** GET as raw text, so that a signature over it can be checked. 304 comes back as an answer. Throws {@link ApiError}. */
export const getText = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<TextResponse> =>
  send({ method: 'get', path, headers })

/** What a text holds as JSON; what it is, is checked by whoever asked. Throws {@link ApiError}. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('UNEXPECTED', '服务器的回答读不懂，请稍后再试')
  }
}

/** GET as JSON. What comes back is checked by whoever asked. Throws {@link ApiError}. */
export async function getJson(path: string): Promise<unknown> {
  const { text } = await getText(path)
  return parsed(text)
}
