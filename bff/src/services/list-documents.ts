import type { DocumentList, DocumentSummary } from '@suanhui/shared/api'
import { daysBetween, type IsoDate } from '@suanhui/shared/date'
import type { Catalogue, PolicyDocument } from '@suanhui/shared/rules'

function statusOn({ inForce }: PolicyDocument, on: IsoDate): DocumentSummary['status'] {
  if (on < inForce.from) return 'not_yet_in_force'
  return on > inForce.to ? 'expired' : 'in_force'
}

/** What a document is, and how it stands on a day. */
export function summarise(document: PolicyDocument, on: IsoDate): DocumentSummary {
  const { id, title, documentNo, issuer, level, region, issuedOn, inForce, listing, summary } = document
  const status = statusOn(document, on)
  return {
    id,
    title,
    documentNo,
    issuer,
    level,
    region,
    issuedOn,
    inForce,
    listing,
    summary,
    status,
    daysLeft: status === 'in_force' ? daysBetween(on, inForce.to) : null,
  }
}

/** Every document of the catalogue with its measures, as it stands on a day. */
export const listDocuments = ({ version, documents }: Catalogue, on: IsoDate): DocumentList => ({
  catalogueVersion: version,
  asOf: on,
  documents: documents.map((document) => ({
    ...summarise(document, on),
    measures: document.measures.map(({ slug, title }) => ({ id: `${document.id}/${slug}`, title })),
  })),
})
