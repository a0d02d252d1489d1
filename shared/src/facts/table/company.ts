import type { FactDefinition } from '../definition'

export const companyFacts = {
  'company.kind': { type: 'one of', label: 'company.kind', question: 'company.kind？', options: { enterprise: 'enterprise', university: 'university', research_institute: 'research_institute', foundation: 'foundation', industry_organization: 'industry_organization', government_body: 'government_body' } },
  'company.region': { type: 'code', label: 'company.region', question: 'company.region？' },
  'company.sectors': { type: 'set of', label: 'company.sectors', question: 'company.sectors？', options: { green_intelligent_computing: 'green_intelligent_computing', ai: 'ai', advanced_computing: 'advanced_computing', data_labelling: 'data_labelling', other: 'other' } },
  'company.activities': { type: 'set of', label: 'company.activities', question: 'company.activities？', options: { buys_compute: 'buys_compute', builds_compute_facility: 'builds_compute_facility', operates_compute: 'operates_compute', develops_model: 'develops_model', key_software_rd: 'key_software_rd', joint_research: 'joint_research', technology_transfer: 'technology_transfer', develops_open_source: 'develops_open_source', promotes_open_source: 'promotes_open_source', sells_compute_products: 'sells_compute_products', labels_data: 'labels_data', hosts_competition: 'hosts_competition', recruits_talent: 'recruits_talent', expands_production: 'expands_production' } },
  'company.independentLegalLiability': { type: 'bool', label: 'company.independentLegalLiability', question: 'company.independentLegalLiability？', yes: 'company.independentLegalLiability', no: '没有company.independentLegalLiability' },
  'company.majorViolationWithin3Years': { type: 'bool', label: 'company.majorViolationWithin3Years', question: 'company.majorViolationWithin3Years？', yes: 'company.majorViolationWithin3Years', no: '没有company.majorViolationWithin3Years' },
  'company.onSeriousDishonestyList': { type: 'bool', label: 'company.onSeriousDishonestyList', question: 'company.onSeriousDishonestyList？', yes: 'company.onSeriousDishonestyList', no: '没有company.onSeriousDishonestyList' },
  'company.sme': { type: 'bool', label: 'company.sme', question: 'company.sme？', yes: 'company.sme', no: '没有company.sme' },
  'company.innovative': { type: 'bool', label: 'company.innovative', question: 'company.innovative？', yes: 'company.innovative', no: '没有company.innovative' },
  'company.leading': { type: 'bool', label: 'company.leading', question: 'company.leading？', yes: 'company.leading', no: '没有company.leading' },
  'company.keyChainEnterprise': { type: 'bool', label: 'company.keyChainEnterprise', question: 'company.keyChainEnterprise？', yes: 'company.keyChainEnterprise', no: '没有company.keyChainEnterprise' },
  'company.provincialKeySoftwareEnterprise': { type: 'bool', label: 'company.provincialKeySoftwareEnterprise', question: 'company.provincialKeySoftwareEnterprise？', yes: 'company.provincialKeySoftwareEnterprise', no: '没有company.provincialKeySoftwareEnterprise' },
  'company.largeModelEnterprise': { type: 'bool', label: 'company.largeModelEnterprise', question: 'company.largeModelEnterprise？', yes: 'company.largeModelEnterprise', no: '没有company.largeModelEnterprise' },
} as const satisfies Record<string, FactDefinition>
