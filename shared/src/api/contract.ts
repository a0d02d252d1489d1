import type { z } from 'zod'
import type { ErrorCode } from '../error'
import type { ReadOnly } from './shape'

/** One route as both sides agree on it: the server parses with it, OpenAPI is made from it. */
export interface Contract {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /**
   * Who may ask. `person`: whoever is signed in, about themselves. `member`: a member of the company in the path,
   * `owner`: only its owner; for everyone else that company is not there (404). `system`: another system, by signature.
   */
  readonly access: 'public' | 'person' | 'member' | 'owner' | 'system'
  /** Of the answer that is no refusal; 200 where it is absent. */
  readonly status?: 200 | 201 | 202 | 204
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
  /** The body is not JSON but bytes of these types. */
  readonly bytes?: readonly string[]
  /** Absent with 204. */
  readonly answer?: z.ZodType
  /** The answer is not JSON but bytes of these types. */
  readonly answerBytes?: readonly string[]
  /** Headers of the answer that a client needs, with what they say. */
  readonly headers?: Readonly<Record<string, string>>
  /** It answers 304 to the ETag it gave before. */
  readonly cached?: boolean
  /** Refusals of its own; INTERNAL and NOT_READY may come from every route. */
  readonly errors: readonly ErrorCode[]
}

/** What a client writes into the path, the query and the body of a request, and what it gets back. */
export type ParamsOf<C extends Contract> = C extends { params: infer P extends z.ZodType }
  ? ReadOnly<z.input<P>>
  : undefined
export type QueryOf<C extends Contract> = C extends { query: infer Q extends z.ZodType }
  ? ReadOnly<z.input<Q>>
  : undefined
export type BodyOf<C extends Contract> = C extends { body: infer B extends z.ZodType }
  ? ReadOnly<z.input<B>>
  : undefined
export type AnswerOf<C extends Contract> = C extends { answer: infer A extends z.ZodType } ? z.output<A> : undefined
