import type { PaperDetail, PaperPage } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { readPictures, sheetPicture } from './sheets'

const of = { companyId: 'c', paperId: 'p' }
const size = { width: 1400, height: 2000 }
const file = (fileId: string, count: number): PaperPage => ({
  fileId,
  name: `${fileId}.pdf`,
  mediaType: 'application/pdf',
  size: 1,
  sha256: fileId,
  viewable: count > 0,
  sheets: Array.from({ length: count }, () => size),
})
const paper = (pages: readonly PaperPage[], read: number): PaperDetail => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'contract',
  status: 'read',
  pages,
  createdAt: '2026-11-21T02:00:00.000Z',
  inUse: false,
  reading: {
    kind: 'contract',
    kindConfidence: 1,
    fields: {},
    lines: [],
    seals: [],
    pages: Array.from({ length: read }, () => ({ ...size, problems: [] })),
    disagreements: [],
  },
  confirmed: { fields: {} },
})
const names = (detail: PaperDetail) => readPictures(of, detail).map((one) => one?.name)

describe('pictures of what was read', () => {
  it('are counted over all pages of all files, more than four of them', () => {
    expect(names(paper([file('a', 6), file('b', 1)], 7))).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'b-0'])
    expect(readPictures(of, paper([file('a', 6), file('b', 1)], 7))[5]?.path).toMatch(/page=0&sheet=5/)
  })
  it('are left out for a file without any, and the others keep their places', () =>
    expect(names(paper([file('a', 0), file('b', 2)], 3))).toEqual([undefined, 'b-0', 'b-1']))
  it('are none where the reading counts other pages', () => {
    expect(names(paper([file('a', 2)], 3))).toEqual([])
    expect(names({ ...paper([file('a', 1)], 1), reading: null })).toEqual([])
  })
  it('are none past the end', () => expect(sheetPicture(of, paper([file('a', 2)], 2), 0, 2)).toBeUndefined())
})
