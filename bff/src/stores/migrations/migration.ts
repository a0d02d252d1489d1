import { createHash } from 'node:crypto'

/** One step of the schema. Once released its text never changes: a new step corrects an old one. */
export interface Migration {
  /** `NNN-what`, in the order of application. */
  readonly id: string
  /** Statements of PostgreSQL 15, which both engines understand. Run in one transaction. */
  readonly sql: string
}

/** SHA-256 of the text, hex; line ends and the blanks around do not count. */
export const checksumOf = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n').trim()).digest('hex')
