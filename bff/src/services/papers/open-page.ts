import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { openStream } from '../../storage/sealed-stream'
import { type FileRow, findPaper, type PageRow, pagesOf } from '../../stores/papers'
import type { SheetSize } from '../../stores/tables/papers'
import { companyKey } from '../../uploads/company-key'
import { fileKey, sheetKey, viewKey } from '../../uploads/keys'
import { noSuchPaper } from './attach-file'

interface Which {
  readonly companyId: string
  readonly paperId: string
  /** From 0. */
  readonly page: number
}

interface Opened {
  readonly page: PageRow
  readonly bytes: AsyncIterable<Uint8Array>
}

type World = Pick<Deps, 'database' | 'vault' | 'papers'>

const noSuchPage = (): AppError => new AppError('NOT_FOUND', '这份材料没有这一页')

async function pageOf({ database: { queries } }: World, { companyId, paperId, page }: Which): Promise<PageRow> {
  if ((await findPaper(queries, companyId, paperId)) === undefined) throw noSuchPaper()
  const row = (await pagesOf(queries, [paperId]))[page]
  if (row === undefined) throw noSuchPage()
  return row
}

/** Called once it is there and before it is opened: a file that was opened must be read to its end. */
type BeforeOpening = () => Promise<void>

async function opened(
  world: World,
  { companyId }: Which,
  { page, key, before }: { readonly page: PageRow; readonly key: string; readonly before: BeforeOpening },
): Promise<Opened> {
  const ownerKey = await companyKey(world, companyId)
  await before()
  return { page, bytes: openStream(ownerKey, key, await world.papers.blobs.get(key)) }
}

/** The file as it came. @throws {AppError} NOT_FOUND */
export async function openOriginal(world: World, which: Which, before: BeforeOpening): Promise<Opened> {
  const page = await pageOf(world, which)
  return opened(world, which, { page, key: fileKey(page.id), before })
}

/** The pictures of a file: a photo is one, a PDF has as many as it has pages. */
export const sheetsOf = ({ sheets, view_width, view_height }: FileRow): readonly SheetSize[] =>
  view_width !== null && view_height !== null ? [{ width: view_width, height: view_height }] : (sheets ?? [])

interface WhichImage extends Which {
  /** Which page of that file, from 0. */
  readonly sheet: number
  readonly size: 'view' | 'thumb'
}

/** A picture to look at. @throws {AppError} NOT_FOUND also where the file has none. */
export async function openImage(world: World, which: WhichImage, before: BeforeOpening): Promise<Opened> {
  const { sheet, size } = which
  const page = await pageOf(world, which)
  if (sheetsOf(page)[sheet] === undefined) throw new AppError('NOT_FOUND', '这个文件没有图可以看，请下载原件')
  const key = page.view_width === null ? sheetKey(page.id, sheet, size) : viewKey(page.id, size)
  return opened(world, which, { page, key, before })
}
