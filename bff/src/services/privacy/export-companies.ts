import type { Queries } from '../../stores/database'
import { pagesOf } from '../../stores/papers'
import { loadFacts } from '../companies/facts-store'
import { openProfile } from '../companies/profile-store'
import { confirmedOf, readingOf } from '../papers/sealed-parts'
import { answersIn, pinnedIn } from '../submissions/sealed'
import type { Exporter, ExportWorld } from './exporter'

async function describe(world: ExportWorld, queries: Queries, companyId: string) {
  const company = await queries
    .selectFrom('companies as c')
    .leftJoin('company_profiles as p', 'p.company_id', 'c.id')
    .select(['c.id', 'c.name', 'c.credit_code', 'c.region', 'c.created_at', 'p.profile', 'p.source'])
    .where('c.id', '=', companyId)
    .executeTakeFirstOrThrow()
  const { id, name, credit_code: creditCode, region, created_at: registeredAt, profile, source } = company
  return {
    id,
    name,
    creditCode,
    region,
    registeredAt,
    source,
    profile: profile === null ? {} : await openProfile(world, queries, { company_id: id, profile }),
    facts: await loadFacts(world, queries, id),
  }
}

export const companiesExporter: Exporter = {
  area: 'companies',
  title: '您负责的公司：情况和已经知道的事实',
  covers: [],
  async collect(world, queries, { ownedCompanyIds }) {
    const companies: unknown[] = []
    for (const id of ownedCompanyIds) companies.push(await describe(world, queries, id))
    return companies
  },
}

export const papersExporter: Exporter = {
  area: 'papers',
  title: '您负责的公司的材料，和您自己传的材料（原件请在“材料”里逐份下载）',
  covers: ['papers.created_by', 'uploads.created_by'],
  async collect(world, queries, { personId, ownedCompanyIds }) {
    const rows = await queries
      .selectFrom('papers')
      .selectAll()
      .where(({ or, eb }) =>
        or([
          eb('created_by', '=', personId),
          ...(ownedCompanyIds.length > 0 ? [eb('company_id', 'in', [...ownedCompanyIds])] : []),
        ]),
      )
      .orderBy('seq')
      .execute()
    const pages = await pagesOf(
      queries,
      rows.map(({ id }) => id),
    )
    const papers: unknown[] = []
    for (const row of rows) {
      // What stands on a paper of a company that is not the person's own is that company's.
      const own = ownedCompanyIds.includes(row.company_id)
      papers.push({
        id: row.id,
        companyId: row.company_id,
        kind: row.kind ?? row.read_kind,
        status: row.status,
        addedAt: row.created_at,
        addedByYou: row.created_by === personId,
        files: pages
          .filter(({ paper_id }) => paper_id === row.id)
          .map(({ name, size, sha256, media_type: mediaType }) => ({ name, size, sha256, mediaType })),
        ...(own && {
          read: (await readingOf(world, queries, row))?.fields ?? {},
          confirmed: await confirmedOf(world, queries, row),
        }),
      })
    }
    const uploads = await queries
      .selectFrom('uploads')
      .select(['id', 'company_id as companyId', 'name', 'size', 'state', 'created_at as begunAt'])
      .where('created_by', '=', personId)
      .orderBy('created_at')
      .execute()
    return { papers, uploads }
  },
}

export const submissionsExporter: Exporter = {
  area: 'submissions',
  title: '您负责的公司的备案和申请，和您自己起草的',
  covers: ['submissions.created_by'],
  async collect(world, queries, { personId, ownedCompanyIds }) {
    const rows = await queries
      .selectFrom('submissions')
      .selectAll()
      .where(({ or, eb }) =>
        or([
          eb('created_by', '=', personId),
          ...(ownedCompanyIds.length > 0 ? [eb('company_id', 'in', [...ownedCompanyIds])] : []),
        ]),
      )
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    const submissions: unknown[] = []
    for (const row of rows) {
      const own = ownedCompanyIds.includes(row.company_id)
      submissions.push({
        id: row.id,
        companyId: row.company_id,
        step: row.step,
        measureId: row.measure_id,
        platform: row.platform,
        sending: row.sending,
        receiptNumber: row.receipt_number,
        voucher: row.voucher,
        begunAt: row.created_at,
        submittedAt: row.submitted_at,
        begunByYou: row.created_by === personId,
        ...(own && {
          answers: await answersIn(world, queries, row),
          sent: (await pinnedIn(world, queries, row))?.forms ?? null,
        }),
      })
    }
    return submissions
  },
}
