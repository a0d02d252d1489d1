/** What went wrong, for a program; the sentence for a person stands beside it in {@link ErrorBody}. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'MALFORMED_REQUEST'
  | 'MALFORMED_JSON'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'HEADERS_TOO_LARGE'
  | 'REQUEST_TIMEOUT'
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'CONSENT_NEEDED'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'BUSY'
  | 'PLATFORM_UNAVAILABLE'
  | 'NOT_READY'
  | 'INTERNAL'

export interface FieldError {
  /** The fact's id, or the path of the field in the body. */
  readonly field: string
  readonly message: string
}

/** The one envelope in which every refusal leaves the server. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode
    readonly message: string
    readonly fields?: readonly FieldError[]
    readonly requestId: string
  }
}
