import type { FieldError } from '@suanhui/shared/error'

/** `OFFLINE`: no answer came. `NO_SERVER`: this build knows none. Else the server's own code, or `UNEXPECTED`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus?: number,
    /** What is wrong with which field, as the server says it. */
    readonly fields: readonly FieldError[] = [],
    /** When the server wants to be asked again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message)
  }
}
