import type { PublicKeys, ReceiptContent } from '@suanhui/shared/api'
import type { Catalogue } from '@suanhui/shared/rules'
import { CompactSign, FlattenedSign } from 'jose'
import { type Representation, represent } from './represent'
import type { SigningKey } from './signing-key'
import { versioned } from './version-catalogue'

/** `typ` of a receipt's header: nothing else that this key signs can pass for one. */
export const RECEIPT_TYPE = 'suanhui-receipt+jws'

/** The catalogue as this server answers with it and gives it out. */
export interface PublishedCatalogue {
  /** With the full version: date and content. */
  readonly catalogue: Catalogue
  readonly body: Representation
  /** Detached JWS over `body.bytes`: `<header>..<signature>`. */
  readonly signature: string
  readonly keys: PublicKeys
  /** A receipt as compact JWS, by the same key. */
  readonly signReceipt: (content: ReceiptContent) => Promise<string>
}

/**
 * Signs the catalogue once, for good: it does not change while the server runs.
 *
 * The body stays plain JSON that anyone can read with curl, and the signature stands beside it in a header. It is a
 * detached JWS with an unencoded payload (RFC 7797): what is signed is `<header>.` and then the body's own bytes.
 * A phone so checks exactly the text it received and is going to parse, without coding 200 KB as base64 first.
 */
export async function publishCatalogue(given: Catalogue, key: SigningKey): Promise<PublishedCatalogue> {
  const catalogue = versioned(given)
  const body = await represent(new TextEncoder().encode(JSON.stringify(catalogue)), 'application/json; charset=utf-8')
  const jws = await new FlattenedSign(body.bytes)
    .setProtectedHeader({ alg: 'ES256', kid: key.publicKey.kid, b64: false, crit: ['b64'] })
    .sign(key.privateKey)
  const signReceipt = (content: ReceiptContent): Promise<string> =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ES256', kid: key.publicKey.kid, typ: RECEIPT_TYPE })
      .sign(key.privateKey)
  return {
    catalogue,
    body,
    signature: `${jws.protected}..${jws.signature}`,
    keys: { keys: [key.publicKey] },
    signReceipt,
  }
}
