/** A company: 400,000 yuan of compute, settled, contract signed outside the platform on 3 November. */
export const BUYER = {
  'company.kind': 'enterprise',
  'company.region': '430104',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': 40_000_000,
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.viaPlatform': false,
  'compute.contractSignedOn': '2026-11-03',
  'compute.settledInWindowFen': 40_000_000,
} as const
