import { idempotencyKeys } from './001-idempotency-keys'
import type { Migration } from './migration'

/** Every step, in order. A test holds this list against the folder. */
export const migrations: readonly Migration[] = [idempotencyKeys]
