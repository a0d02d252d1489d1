/** Not taken in, in words for the applicant. */
export class PlatformRefusal extends Error {
  constructor(
    readonly status: 401 | 404 | 409 | 413 | 422,
    reason: string,
    readonly fields: readonly { readonly field: string; readonly message: string }[] = [],
  ) {
    super(reason)
    this.name = 'PlatformRefusal'
  }
}
