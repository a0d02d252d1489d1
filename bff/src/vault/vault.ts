import type { Queries, Transaction } from '../stores/database'

/** Whose key seals it: with the key, everything sealed is destroyed. */
export interface KeyOwner {
  readonly kind: 'person' | 'company'
  readonly id: string
}

/** Where a sealed text stands: it opens nowhere else, so rows and columns cannot be swapped. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** The owner's key was destroyed: the person was deleted. */
export class KeyDestroyedError extends Error {
  constructor() {
    super('the key of this owner was destroyed')
    this.name = 'KeyDestroyedError'
  }
}

/**
 * Personal data at rest: each owner has a data key, wrapped by the master key (envelope), and each text is sealed with
 * AES-256-GCM, bound to its place.
 */
export interface Vault {
  /** Makes the owner's key on first use. @throws {KeyDestroyedError} */
  seal(transaction: Transaction, owner: KeyOwner, place: Place, text: string): Promise<string>
  /** @throws {KeyDestroyedError} @throws {Error} where the sealed text is not of this place, or was changed. */
  open(queries: Queries, owner: KeyOwner, place: Place, sealed: string): Promise<string>
  /** The owner's 32-byte key, for files; made on first use. @throws {KeyDestroyedError} */
  dataKey(transaction: Transaction, owner: KeyOwner): Promise<Uint8Array>
  /** Finds equal texts without showing them: HMAC-SHA256 of the purpose and the text, hex. */
  blindIndex(purpose: string, text: string): string
  /** For good: nothing sealed for this owner can be opened again. */
  destroyKey(transaction: Transaction, owner: KeyOwner): Promise<void>
}
