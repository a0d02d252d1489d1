import { companiesExporter, papersExporter, submissionsExporter } from './export-companies'
import { consentsExporter, identityExporter, invitationsExporter, membershipsExporter } from './export-identity'
import { messagesExporter } from './export-messages'
import { auditExporter } from './export-trail'
import type { Exporter } from './exporter'

/** All that is known about a person, area by area. */
export const exporters: readonly Exporter[] = [
  identityExporter,
  consentsExporter,
  membershipsExporter,
  invitationsExporter,
  companiesExporter,
  papersExporter,
  submissionsExporter,
  messagesExporter,
  auditExporter,
]

/** Columns that name a person and are in no export, each with the reason. */
export const notExported: Readonly<Record<string, string>> = {}
