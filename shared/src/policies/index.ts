import { factDefinitions } from '../facts'
import type { Catalogue, PolicyDocument } from '../rules'
import { cs202164 } from './cs-2021-64'
import { cs202516 } from './cs-2025-16'
import { groups } from './groups'
import { hn20254 } from './hn-2025-4'
import { hn2026168 } from './hn-2026-168'
import { sx202435 } from './sx-2024-35'

/** The documents, in the order in which answers stand. One line a document. */
const documents: readonly PolicyDocument[] = [hn20254, hn2026168, cs202516, cs202164, sx202435]

/** The catalogue of this build. Only composition roots and tests import it: machinery takes it as an argument. */
export const catalogue: Catalogue = {
  format: 1,
  version: '2026-11-21',
  facts: factDefinitions,
  areas: { '43': '湖南省', '4301': '长沙市', '14': '山西省' },
  documents,
  groups,
}
