import { createHash } from 'node:crypto'
import type { Row } from './entry'

const MODULUS = 1n << 256n

/** Hash of a bag of rows: the sum of their SHA-256 values, so that the order in which an engine hands them out is free. */
export class TableHash {
  #sum = 0n
  #rows = 0

  add(row: Row): void {
    const digest = createHash('sha256').update(JSON.stringify(row)).digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${digest}`)) % MODULUS
    this.#rows += 1
  }

  get rows(): number {
    return this.#rows
  }

  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }
}
