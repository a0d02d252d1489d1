import { feelin } from './feel'
import { generated } from './generated'
import { jsonLogicEngine, jsonLogicEngineBuilt, jsonLogicJs } from './json-logic'
import { jsonRulesEngine } from './json-rules-engine'
import { nodeRules } from './node-rules'
import { nools } from './nools'
import { oursCodes, oursDecisions, oursFacts, oursRow } from './ours'
import type { Peer } from './peer'
import { publicodes } from './publicodes'
import { zenExpressions, zenTables } from './zen'

/** Every engine of the bench, one line each; ours first. */
export const peers: Readonly<Record<string, Peer>> = {
  oursRow,
  oursCodes,
  oursFacts,
  oursDecisions,
  generated,
  jsonLogicEngineBuilt,
  jsonLogicEngine,
  jsonLogicJs,
  nodeRules,
  jsonRulesEngine,
  zenExpressions,
  zenTables,
  nools,
  publicodes,
  feelin,
}
