/** The same shape without `readonly`: what zod infers is writable, the domain's own types are not. */
type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T

/** The same shape, nothing in it to be changed. */
export type ReadOnly<T> = T extends object ? { readonly [K in keyof T]: ReadOnly<T[K]> } : T

/** `true` where two shapes are the same but for `readonly`; else `never`, which nothing satisfies. */
export type SameShape<A, B> =
  (<T>() => T extends Writable<A> ? 1 : 2) extends <T>() => T extends Writable<B> ? 1 : 2 ? true : never
