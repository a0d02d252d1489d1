import type { FactDefinition } from '../definition'

export const facilityFacts = {
  'facility.status': { type: 'one of', label: 'facility.status', question: 'facility.status？', options: { none: 'none', existing: 'existing', new: 'new', upgraded: 'upgraded' } },
  'facility.region': { type: 'code', label: 'facility.region', question: 'facility.region？' },
  'facility.pflops': { type: 'number', label: 'facility.pflops', question: 'facility.pflops？', unit: '', step: 0.01 },
  'facility.pue': { type: 'number', label: 'facility.pue', question: 'facility.pue？', unit: '', step: 0.01 },
  'facility.measuredPue': { type: 'number', label: 'facility.measuredPue', question: 'facility.measuredPue？', unit: '', step: 0.01 },
  'facility.storageKwh': { type: 'number', label: 'facility.storageKwh', question: 'facility.storageKwh？', unit: '', step: 0.01 },
  'facility.loanYears': { type: 'number', label: 'facility.loanYears', question: 'facility.loanYears？', unit: '', step: 0.01 },
  'facility.equipmentSoftwareCostFen': { type: 'fen', label: 'facility.equipmentSoftwareCostFen', question: 'facility.equipmentSoftwareCostFen？' },
  'facility.storageInvestmentFen': { type: 'fen', label: 'facility.storageInvestmentFen', question: 'facility.storageInvestmentFen？' },
  'facility.loanPrincipalFen': { type: 'fen', label: 'facility.loanPrincipalFen', question: 'facility.loanPrincipalFen？' },
  'facility.racks': { type: 'int', label: 'facility.racks', question: 'facility.racks？', unit: '', step: 1 },
  'facility.terminalsPerYear': { type: 'int', label: 'facility.terminalsPerYear', question: 'facility.terminalsPerYear？', unit: '', step: 1 },
  'facility.cloudRevenueRatio': { type: 'ratio', label: 'facility.cloudRevenueRatio', question: 'facility.cloudRevenueRatio？' },
  'facility.localizationRatio': { type: 'ratio', label: 'facility.localizationRatio', question: 'facility.localizationRatio？' },
  'facility.edge': { type: 'bool', label: 'facility.edge', question: 'facility.edge？', yes: 'facility.edge', no: '没有facility.edge' },
  'facility.pueFirstQualified': { type: 'bool', label: 'facility.pueFirstQualified', question: 'facility.pueFirstQualified？', yes: 'facility.pueFirstQualified', no: '没有facility.pueFirstQualified' },
  'facility.connectedToDispatch': { type: 'bool', label: 'facility.connectedToDispatch', question: 'facility.connectedToDispatch？', yes: 'facility.connectedToDispatch', no: '没有facility.connectedToDispatch' },
  'facility.inKeyCluster': { type: 'bool', label: 'facility.inKeyCluster', question: 'facility.inKeyCluster？', yes: 'facility.inKeyCluster', no: '没有facility.inKeyCluster' },
  'facility.majorProject': { type: 'bool', label: 'facility.majorProject', question: 'facility.majorProject？', yes: 'facility.majorProject', no: '没有facility.majorProject' },
} as const satisfies Record<string, FactDefinition>
