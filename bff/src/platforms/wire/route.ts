import type { z } from 'zod'

/** One route of a platform's contract: our client calls it, the sandbox serves it, its OpenAPI document is made from it. */
export interface WireRoute {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** As OpenAPI writes it: `/registrations/{id}`. */
  readonly path: string
  readonly summary: string
  /** It takes `idempotency-key`: a repetition gets the first answer. */
  readonly write?: true
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is bytes, not JSON. */
  readonly bytes?: readonly string[]
  readonly answer: z.ZodType
}

export type WireRoutes = Readonly<Record<string, WireRoute>>

/** The header that names a write. */
export const IDEMPOTENCY_HEADER = 'idempotency-key'
/** The most that a JSON body of either side may have. */
export const BODY_LIMIT_BYTES = 1024 * 1024
/** The most that a paper may have. */
export const PAPER_LIMIT_BYTES = 30 * 1024 * 1024
