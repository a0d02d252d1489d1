import type { PaperDetail } from '@suanhui/shared/api'
import { imagePath } from '../../../api/image-path'
import type { PaperRef } from '../../../api/papers'
import type { Wanted } from '../use-picture'

/** The picture of one page of one file of a paper; undefined where there is none. */
export function sheetPicture(of: PaperRef, detail: PaperDetail, at: number, sheet: number): Wanted | undefined {
  const page = detail.pages[at]
  if (page?.sheets[sheet] === undefined) return undefined
  return { name: `${page.fileId}-${sheet}`, path: imagePath(of, at, 'view', sheet) }
}

/**
 * The pictures of all pages as the reading counts them, over all files: a photo is one page, a PDF has several. None
 * where the reading counts otherwise, for then nobody knows what stands where.
 */
export function readPictures(of: PaperRef, detail: PaperDetail): readonly (Wanted | undefined)[] {
  const all = detail.pages.flatMap(({ sheets }, at) =>
    sheets.length === 0 ? [undefined] : sheets.map((_, sheet) => sheetPicture(of, detail, at, sheet)),
  )
  return all.length === detail.reading?.pages.length ? all : []
}
