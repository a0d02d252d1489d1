import { ApiError, getJson, getText } from './client'

export interface FetchedCatalogue {
  readonly text: string
  readonly etag?: string
}

/** P-256 counts in BigInt, which phones before 2020 do not have: they keep the catalogue they came with. */
const canVerify = (): boolean => typeof BigInt === 'function'

/**
 * The server's catalogue, checked against its signature; `unchanged` where it still has the given etag.
 * Throws {@link ApiError}: `UNVERIFIED` where the signature does not hold.
 */
export async function fetchCatalogue(etag: string | undefined): Promise<FetchedCatalogue | 'unchanged'> {
  if (!canVerify()) throw new ApiError('UNVERIFIED', '这部手机太旧，不能核对签名')
  const response = await getText('/v1/catalogue', etag === undefined ? {} : { 'If-None-Match': etag })
  if (response.status === 304) return 'unchanged'
  const { headers, text } = response
  // A browser may answer a 304 by itself and hand over what it kept.
  if (etag !== undefined && headers.etag === etag) return 'unchanged'
  // Loaded only now: evaluating it needs BigInt.
  const [{ keysOf, verifyDetached }, jwks] = await Promise.all([
    import('./signature'),
    getJson('/.well-known/jwks.json'),
  ])
  const signature = headers['catalogue-signature']
  if (signature === undefined || !verifyDetached(signature, text, keysOf(jwks))) {
    throw new ApiError('UNVERIFIED', '签名核对不上')
  }
  return { text, ...(headers.etag !== undefined && { etag: headers.etag }) }
}
