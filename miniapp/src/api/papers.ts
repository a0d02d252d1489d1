import type {
  BodyOf,
  deletePaperContract,
  newPaperContract,
  PaperDetail,
  PaperList,
  PaperSummary,
  paperContract,
  paperFieldsContract,
  paperKindContract,
  paperPagesContract,
  papersContract,
} from '@suanhui/shared/api'
import type { PaperKind } from '@suanhui/shared/papers'
import { pathOf } from './address'
import { ask } from './ask'

/** Which paper of which company. */
export interface PaperRef {
  readonly companyId: string
  readonly paperId: string
}

const BASE = '/v1/companies/{companyId}/papers'
const ONE = `${BASE}/{paperId}` as const

const readPaperList = (companyId: string, cursor: string | undefined): Promise<PaperList> =>
  ask<typeof papersContract>({
    method: 'get',
    path: BASE,
    access: 'member',
    params: { companyId },
    query: cursor === undefined ? {} : { cursor },
  })

/** All papers of a company, the newest first. */
export async function readPapers(companyId: string): Promise<readonly PaperSummary[]> {
  const papers: PaperSummary[] = []
  let cursor: string | undefined
  do {
    const list = await readPaperList(companyId, cursor)
    papers.push(...list.papers)
    cursor = list.next
  } while (cursor !== undefined)
  return papers
}

export const readPaper = (params: PaperRef): Promise<PaperDetail> =>
  ask<typeof paperContract>({ method: 'get', path: ONE, access: 'member', params })

/** A paper without pages yet. @param key names the attempt: asked again, one is made. */
export const makePaper = (companyId: string, kind: PaperKind | undefined, key: string): Promise<PaperDetail> =>
  ask<typeof newPaperContract>({
    method: 'post',
    path: BASE,
    access: 'member',
    params: { companyId },
    body: kind === undefined ? {} : { kind },
    key,
  })

/** Says which kind of paper it is; it is read anew as that. */
export const changeKind = (params: PaperRef, kind: PaperKind): Promise<PaperDetail> =>
  ask<typeof paperKindContract>({ method: 'put', path: `${ONE}/kind`, access: 'member', params, body: { kind } })

/** What a person says stands on it; only what is given changes. */
export const confirmFields = (params: PaperRef, body: BodyOf<typeof paperFieldsContract>): Promise<PaperDetail> =>
  ask<typeof paperFieldsContract>({ method: 'put', path: `${ONE}/fields`, access: 'member', params, body })

/** Its files in this order; what is left out is taken out of it. */
export const arrangePages = (params: PaperRef, fileIds: readonly string[]): Promise<PaperDetail> =>
  ask<typeof paperPagesContract>({
    method: 'put',
    path: `${ONE}/pages`,
    access: 'member',
    params,
    body: { fileIds },
  })

export const deletePaper = (params: PaperRef): Promise<void> =>
  ask<typeof deletePaperContract>({ method: 'delete', path: ONE, access: 'member', params })

export const originalPath = (params: PaperRef, page: number): string =>
  pathOf(`${ONE}/original`, { ...params }, { page })
