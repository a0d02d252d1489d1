import type { PaperKind, Reading } from '@suanhui/shared/papers'
import type { DrawFile } from '../../drawing/sheet'
import type { Blobs } from '../../storage/blobs'
import type { ScanFile } from '../../uploads/clamd'
import type { ExamineFile } from '../../uploads/examined'
import type { VerifyInvoice } from './verification'

export interface FileToRead {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** What the person says it is. */
  readonly kind?: PaperKind
}

/**
 * What stands on a file, read off the main loop.
 * @throws {UnreadableFileError} with words for the person.
 */
export type ReadPaper = (file: FileToRead) => Promise<Reading>

export interface StorageLimits {
  readonly fileBytes: number
  readonly openUploads: number
  readonly companyBytes: number
}

const MB = 1024 * 1024
export const USUAL_STORAGE: StorageLimits = { fileBytes: 50 * MB, openUploads: 20, companyBytes: 2048 * MB }

/** All that uploads and papers need of the world. */
export interface PaperWorld {
  readonly blobs: Blobs
  readonly examine: ExamineFile
  readonly read: ReadPaper
  /** Makes pictures of the pages of a PDF or OFD. */
  readonly draw: DrawFile
  /** Absent: nobody looks for viruses. */
  readonly scan?: ScanFile
  /** Absent: nobody to ask; a person confirms. */
  readonly verify?: VerifyInvoice
  readonly limits: StorageLimits
}
