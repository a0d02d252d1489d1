/** Why the desk does not do it, for the person at the desk. */
export class DeskRefusal extends Error {
  constructor(
    readonly status: 404 | 409 | 422,
    message: string,
  ) {
    super(message)
    this.name = 'DeskRefusal'
  }
}
