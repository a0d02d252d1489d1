import type { Deps } from '../../deps'
import { openStream } from '../../storage/sealed-stream'
import { companyKey } from '../../uploads/company-key'
import { fileKey } from '../../uploads/keys'

/** A file of this company's by its SHA-256, opened; undefined where the company has none such. */
export async function readFileOf(
  world: Pick<Deps, 'database' | 'vault' | 'papers'>,
  companyId: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const file = await world.database.queries
    .selectFrom('files')
    .select('id')
    .where('company_id', '=', companyId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (file === undefined) return undefined
  const key = fileKey(file.id)
  const opening = await companyKey(world, companyId)
  // Opened last: nothing that fails before it leaves a file open.
  const sealed = await world.papers.blobs.get(key)
  const chunks: Uint8Array[] = []
  for await (const chunk of openStream(opening, key, sealed)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
