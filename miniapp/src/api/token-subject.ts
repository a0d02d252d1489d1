import { fromBase64url } from './base64url'

/** Whose token it is (RFC 7519 `sub`); undefined where it cannot be read. Only the server can tell whether it is true. */
export function subjectOf(token: string): string | undefined {
  const bytes = fromBase64url(token.split('.')[1] ?? '')
  if (bytes === undefined) return undefined
  try {
    // Our tokens hold ids only, in ASCII.
    const claims: unknown = JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    const named = typeof claims === 'object' && claims !== null && 'sub' in claims && typeof claims.sub === 'string'
    return named ? (claims as { readonly sub: string }).sub : undefined
  } catch {
    return undefined
  }
}
