/** A request as its signature covers it. */
export interface SignedRequest {
  readonly method: string
  readonly path: string
  /** The same without the folder under which the vendor is served here: clients sign the one or the other. */
  readonly ownPath: string
  readonly query: URLSearchParams
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Reads a Hono request once, body included. */
export async function signedRequestOf(request: Request, folder: string): Promise<SignedRequest> {
  const url = new URL(request.url)
  return {
    method: request.method,
    path: url.pathname,
    ownPath: url.pathname.slice(folder.length) || '/',
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  }
}

/** `A=1, B=2` after the algorithm's name, as both vendors write the Authorization header. */
export function authorizationParts(
  header: string | undefined,
  algorithm: string,
): Readonly<Record<string, string>> | undefined {
  if (header?.startsWith(`${algorithm} `) !== true) return undefined
  return Object.fromEntries(
    header
      .slice(algorithm.length + 1)
      .split(',')
      .map((part) => {
        const text = part.trim()
        const at = text.indexOf('=')
        return [text.slice(0, at), text.slice(at + 1)]
      }),
  )
}
