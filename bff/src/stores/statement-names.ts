/** More texts than the product has. Where one grows with a list of values, some of its lengths go without a name. */
const MOST = 500

/**
 * Names of statements: PostgreSQL reads and plans a named one once a connection, which costs it more than running most
 * of ours. A text without a name works as well.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  #last = 0

  nameOf(sql: string): string | undefined {
    const name = this.#names.get(sql)
    return name === undefined && this.#names.size < MOST ? this.rename(sql) : name
  }

  /** What connections keep under the old name is not used again. */
  rename(sql: string): string {
    this.#last += 1
    const name = `statement_${this.#last}`
    this.#names.set(sql, name)
    return name
  }
}
