import type { z } from 'zod'
import type { ErrorCode } from '../error'

/** One route as both sides agree on it: the server parses with it, OpenAPI is made from it. */
export interface Contract {
  readonly method: 'get' | 'post'
  /** As OpenAPI writes it: `/v1/measures/{id}`. */
  readonly path: string
  /** One short sentence in Chinese; `description` says what the sentence leaves out. */
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Names, in the documentation, of shapes that belong to one catalogue. */
  readonly named?: Readonly<Record<string, z.ZodType>>
  readonly answer: z.ZodType
  /** Headers of the answer that a client needs, with what they say. */
  readonly headers?: Readonly<Record<string, string>>
  /** It answers 304 to the ETag it gave before. */
  readonly cached?: boolean
  /** Refusals of its own; INTERNAL may come from every route. */
  readonly errors: readonly ErrorCode[]
}
