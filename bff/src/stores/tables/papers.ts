import type { PaperKind } from '@suanhui/shared/papers'
import type { ColumnType } from 'kysely'
import type { Defaulted } from './column'

/** Of a page's picture, in pixels. */
export interface SheetSize {
  readonly width: number
  readonly height: number
}

/** A file as it came, stored once a company; its bytes lie sealed in the blob store under its id. */
export interface FilesTable {
  readonly id: string
  readonly company_id: string
  /** Of the original, hex. */
  readonly sha256: string
  readonly size: number
  readonly media_type: string
  /** Null where there is no picture to look at. */
  readonly view_width: number | null
  readonly view_height: number | null
  /** Of each page of a PDF or OFD; null while it is not drawn, empty where it cannot be. */
  readonly sheets: ColumnType<readonly SheetSize[] | null, string | null, string>
  readonly redrawn: Defaulted<boolean>
  readonly created_at: Defaulted<Date>
}

export interface PapersTable {
  readonly id: string
  /** Later papers have higher ones. */
  readonly seq: Defaulted<number>
  readonly company_id: string
  readonly created_by: string
  /** As a person said. */
  readonly kind: PaperKind | null
  readonly read_kind: PaperKind | null
  readonly status: Defaulted<'received' | 'reading' | 'read' | 'unreadable' | 'refused'>
  /** Words for a person: why it was not read, and what to do. */
  readonly problem: string | null
  readonly version: Defaulted<number>
  /** Sealed JSON of a `Reading`. */
  readonly reading: string | null
  /** Sealed JSON of a `Confirmed`. */
  readonly confirmed: string | null
  /** Blind index of the invoice's key, to find the same invoice twice. */
  readonly invoice_index: string | null
  readonly created_at: Defaulted<Date>
}

export interface PaperFilesTable {
  readonly paper_id: string
  readonly file_id: string
  /** As the person's phone called it. */
  readonly name: string
  readonly position: number
}

/** A paper that a submission holds: it stays as it is. */
export interface PaperUsesTable {
  readonly paper_id: string
  readonly submission_id: string
}

export interface UploadsTable {
  readonly id: string
  readonly company_id: string
  readonly created_by: string
  readonly name: string
  readonly size: number
  readonly sha1: string | null
  readonly sha256: string | null
  readonly kind: PaperKind | null
  /** The paper that gets it as one more page. */
  readonly into_paper_id: string | null
  readonly position: number | null
  readonly state: Defaulted<'open' | 'complete' | 'refused'>
  /** Words for a person. */
  readonly refusal: string | null
  readonly paper_id: string | null
  readonly file_id: string | null
  readonly already: boolean | null
  readonly created_at: Defaulted<Date>
}

export interface UploadPartsTable {
  readonly upload_id: string
  readonly part: number
}

/** Which submission has claimed an invoice, over all companies; the key itself is not kept. */
export interface InvoiceClaimsTable {
  readonly invoice_index: string
  readonly company_id: string
  readonly submission_id: string
  readonly claimed_at: Defaulted<Date>
}

export interface PaperTables {
  readonly files: FilesTable
  readonly papers: PapersTable
  readonly paper_files: PaperFilesTable
  readonly paper_uses: PaperUsesTable
  readonly uploads: UploadsTable
  readonly upload_parts: UploadPartsTable
  readonly invoice_claims: InvoiceClaimsTable
}
