import { pathOf } from './address'
import type { PaperRef } from './papers'

/** @param page which of its files, from 0. @param sheet which page of that file, from 0. */
export const imagePath = (params: PaperRef, page: number, size: 'view' | 'thumb', sheet = 0): string =>
  pathOf('/v1/companies/{companyId}/papers/{paperId}/image', { ...params }, { page, sheet, size })
