import type { FactDefinition } from '../definition'

export const platformFacts = {
  'platform.role': { type: 'one of', label: 'platform.role', question: 'platform.role？', options: { none: 'none', provincial_dispatch: 'provincial_dispatch', integrated_dispatch: 'integrated_dispatch', national_innovation_platform: 'national_innovation_platform', ecosystem_centre: 'ecosystem_centre', open_source_platform: 'open_source_platform', ai_support_platform: 'ai_support_platform', labelling_service: 'labelling_service', data_trading: 'data_trading', data_talent_base: 'data_talent_base', training_base: 'training_base' } },
  'platform.grade': { type: 'one of', label: 'platform.grade', question: 'platform.grade？', options: { national: 'national', provincial: 'provincial', other: 'other' } },
  'platform.newlyOperating': { type: 'bool', label: 'platform.newlyOperating', question: 'platform.newlyOperating？', yes: 'platform.newlyOperating', no: '没有platform.newlyOperating' },
  'platform.performanceRank': { type: 'int', label: 'platform.performanceRank', question: 'platform.performanceRank？', unit: '', step: 1 },
  'platform.fixedAssetInvestmentFen': { type: 'fen', label: 'platform.fixedAssetInvestmentFen', question: 'platform.fixedAssetInvestmentFen？' },
  'platform.annualOperatingCostFen': { type: 'fen', label: 'platform.annualOperatingCostFen', question: 'platform.annualOperatingCostFen？' },
  'platform.operationRewardReceivedFen': { type: 'fen', label: 'platform.operationRewardReceivedFen', question: 'platform.operationRewardReceivedFen？' },
  'platform.investmentFen': { type: 'fen', label: 'platform.investmentFen', question: 'platform.investmentFen？' },
  'openSource.promotionCostFen': { type: 'fen', label: 'openSource.promotionCostFen', question: 'openSource.promotionCostFen？' },
  'openSource.investmentFen': { type: 'fen', label: 'openSource.investmentFen', question: 'openSource.investmentFen？' },
  'openSource.shared': { type: 'bool', label: 'openSource.shared', question: 'openSource.shared？', yes: 'openSource.shared', no: '没有openSource.shared' },
  'project.rdInvestmentFen': { type: 'fen', label: 'project.rdInvestmentFen', question: 'project.rdInvestmentFen？' },
  'project.digitalInvestmentFen': { type: 'fen', label: 'project.digitalInvestmentFen', question: 'project.digitalInvestmentFen？' },
  'project.keyEquipmentSoftwareFen': { type: 'fen', label: 'project.keyEquipmentSoftwareFen', question: 'project.keyEquipmentSoftwareFen？' },
  'event.finalCostFen': { type: 'fen', label: 'event.finalCostFen', question: 'event.finalCostFen？' },
  'cluster.approved': { type: 'bool', label: 'cluster.approved', question: 'cluster.approved？', yes: 'cluster.approved', no: '没有cluster.approved' },
  'labelling.clusterOutstanding': { type: 'bool', label: 'labelling.clusterOutstanding', question: 'labelling.clusterOutstanding？', yes: 'labelling.clusterOutstanding', no: '没有labelling.clusterOutstanding' },
} as const satisfies Record<string, FactDefinition>
