import type { DrawFile } from '../../drawing/sheet'
import type { Reader } from '../../recognition/reader'
import { openBlobs } from '../../storage/open-blobs'
import type { StorageSettings } from '../../storage/settings'
import { clamdScan } from '../../uploads/clamd'
import type { Examiner } from '../../uploads/examiner'
import type { PaperWorld } from './ports'
import type { PaperSettings } from './settings'
import { invoiceVerification } from './verification'

interface Given {
  readonly storage: StorageSettings
  readonly papers: PaperSettings
  readonly fetch: typeof globalThis.fetch
  readonly clock: () => Date
  readonly reader: Reader
  readonly examiner: Examiner
  readonly draw: DrawFile
}

/** Files, examining and reading as the operator set them up. */
export const openPaperWorld = ({ storage, papers, fetch, clock, reader, examiner, draw }: Given): PaperWorld => ({
  blobs: openBlobs(storage, { fetch, clock }),
  examine: examiner.examine,
  read: (file) => reader.read(file),
  draw,
  limits: papers.limits,
  ...(papers.scanner && { scan: clamdScan(papers.scanner) }),
  ...(papers.verification && { verify: invoiceVerification({ ...papers.verification, fetch }) }),
})
