import { PART_BYTES, type Upload } from '@suanhui/shared/api'
import { AppError } from '../errors'
import type { UploadRow } from '../stores/uploads'

export const noSuchUpload = (): AppError =>
  new AppError('NOT_FOUND', '没有这次上传，可能放得太久已经清掉了，请重新上传')

export const partsOf = (size: number): number => Math.ceil(size / PART_BYTES)

/** All are equally long but the last. */
export const partLength = (size: number, part: number): number => Math.min(PART_BYTES, size - part * PART_BYTES)

export const describeUpload = (row: UploadRow, received: readonly number[]): Upload => ({
  id: row.id,
  name: row.name,
  size: row.size,
  partSize: PART_BYTES,
  parts: partsOf(row.size),
  received,
  state: row.state,
  ...(row.paper_id !== null && { paperId: row.paper_id }),
})
