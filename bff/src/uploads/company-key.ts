import type { Deps } from '../deps'

/** The key of the company's files. @throws {KeyDestroyedError} */
export const companyKey = ({ database, vault }: Pick<Deps, 'database' | 'vault'>, id: string): Promise<Uint8Array> =>
  database.transaction((transaction) => vault.dataKey(transaction, { kind: 'company', id }))
