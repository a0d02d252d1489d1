/** A copy of the database, as a sequence: head, then each table with its rows and its end, then the counters. */
export type Entry =
  | { readonly head: Head }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly rows: readonly Row[] }
  | { readonly end: TableSummary }
  | { readonly counters: readonly Counter[] }

export interface Head {
  /** Steps of the schema that the rows belong to. */
  readonly migrations: readonly { readonly id: string; readonly checksum: string }[]
}

/** Values as PostgreSQL writes them, in the order of the table's columns. */
export type Row = readonly (string | null)[]

export interface TableSummary {
  readonly table: string
  readonly rows: number
  /** Of all rows, whatever their order; hex. */
  readonly hash: string
}

export interface Counter {
  readonly sequence: string
  /** The last number given out. */
  readonly last: string
}
