import type { ErrorBody, ErrorCode, FieldError } from '@suanhui/shared/error'

/** The one table from code to HTTP status, read in this direction only. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  MALFORMED_REQUEST: 400,
  MALFORMED_JSON: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CONSENT_NEEDED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_INPUT: 422,
  TOO_MANY_REQUESTS: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  BUSY: 503,
  NOT_READY: 503,
  PLATFORM_UNAVAILABLE: 503,
}

interface Details {
  readonly fields?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** A refusal that was foreseen; its message is for the person who asked. */
export class AppError extends Error {
  readonly fields: readonly FieldError[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    // Where it was thrown is of no use to anybody, and finding out costs as much as a small answer.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(message, { cause: details.cause })
    Error.stackTraceLimit = stackTraceLimit
    this.name = 'AppError'
    this.fields = details.fields
    this.headers = details.headers ?? {}
  }
}

export const invalidInput = (fields: readonly FieldError[]): AppError =>
  new AppError('INVALID_INPUT', `有 ${fields.length} 处填得不对，请改好再试`, { fields })

/** The envelope of a refusal. */
export const errorBody = ({ code, message, fields }: AppError, requestId: string): ErrorBody => ({
  error: { code, message, ...(fields && { fields }), requestId },
})

/** Of what nobody foresaw, only that it happened leaves the server. */
export const internalError = (cause: unknown): AppError =>
  new AppError('INTERNAL', '服务器出了问题，请稍后再试；一直不行的话，把请求编号告诉我们', { cause })
