import type { Deps } from '../deps'
import { findUpload } from '../stores/uploads'
import { deleteParts } from './complete-upload'
import { noSuchUpload } from './describe-upload'

/** Forgets an upload with its parts; a paper that came of it stays. */
export async function dropUpload(
  { database, papers: { blobs } }: Pick<Deps, 'database' | 'papers'>,
  companyId: string,
  uploadId: string,
): Promise<void> {
  const upload = await findUpload(database.queries, companyId, uploadId)
  if (upload === undefined) throw noSuchUpload()
  await database.queries.deleteFrom('uploads').where('id', '=', uploadId).execute()
  await deleteParts(blobs, upload)
}
