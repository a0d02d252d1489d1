/** What the attacks have to know of a route beyond its contract. */
export interface RouteRow {
  /** Written here a second time: who opens a route to more people has to say it in the table, too. */
  readonly who: 'public' | 'person' | 'member' | 'owner' | 'system'
  /** A body that the contract accepts; every mutant is made of it. Required where there is a body. */
  readonly body?: unknown
  /** For routes that end what they are asked with: they come last, and only with requests that must be refused. */
  readonly ends?: true
}

/** An id that is nobody's, where a body takes one: the attacks put others' there. */
export const NOBODY = '00000000-0000-4000-8000-000000000000'
const COMPANY = '/v1/companies/{companyId}'
const UPLOAD = `${COMPANY}/uploads/{uploadId}`
const PAPER = `${COMPANY}/papers/{paperId}`
const SUBMISSION = `${COMPANY}/submissions/{submissionId}`
const FACTS = { facts: { 'company.kind': 'enterprise', 'compute.annualPurchaseFen': 1, 'company.region': '430104' } }
/** It is in nobody's hands; the number is of a block that is not given out. */
const PHONE = '19900000009'

/** Every route of the server. One that is served and does not stand here fails the test. */
export const table: Readonly<Record<string, RouteRow>> = {
  'POST /v1/match': { who: 'public', body: { ...FACTS, explain: 'none' } },
  'POST /v1/match/receipts': { who: 'public', body: FACTS },
  'GET /v1/receipts/verify': { who: 'public' },
  'POST /v1/receipts/verify': { who: 'public', body: { receipt: 'a.b.c' } },
  'GET /v1/catalogue': { who: 'public' },
  'GET /v1/documents': { who: 'public' },
  'GET /v1/measures/{id}': { who: 'public' },
  'GET /v1/providers': { who: 'public' },
  'GET /v1/providers/{providerId}': { who: 'public' },
  'GET /v1/rounds': { who: 'public' },
  'GET /v1/registry/companies': { who: 'person' },
  'GET /v1/registry/companies/{creditCode}': { who: 'person' },
  'GET /.well-known/jwks.json': { who: 'public' },
  'GET /openapi.json': { who: 'public' },
  'GET /healthz': { who: 'public' },
  'GET /readyz': { who: 'public' },

  'POST /v1/login/codes': { who: 'public', body: { phone: PHONE } },
  'POST /v1/login/phone': { who: 'public', body: { phone: PHONE, code: '123456', agreed: true } },
  'POST /v1/login/wechat': { who: 'public', body: { code: 'wx-code', agreed: true } },
  'POST /v1/tokens': { who: 'public', body: { refreshToken: 'nobody-holds-this' } },
  'POST /v1/logout': { who: 'person', ends: true },
  'GET /v1/me': { who: 'person' },
  'DELETE /v1/me': { who: 'person', body: { confirm: '注销' }, ends: true },
  'GET /v1/me/export': { who: 'person' },
  'PUT /v1/me/phone': { who: 'person', body: { phone: PHONE, code: '123456' } },
  'GET /v1/me/sessions': { who: 'person' },
  'DELETE /v1/me/sessions/{sessionId}': { who: 'person', ends: true },
  'GET /v1/me/consents': { who: 'person' },
  'PUT /v1/me/consents': {
    who: 'person',
    body: { purpose: 'proactive_matching', companyId: NOBODY, version: '2026-11', given: true },
  },
  'GET /v1/me/todo': { who: 'person' },
  'GET /v1/me/messages': { who: 'person' },
  'GET /v1/me/unread-messages': { who: 'person' },
  'POST /v1/me/unread-messages/read': { who: 'person' },
  'GET /v1/me/messages/{messageId}': { who: 'person' },
  'POST /v1/me/messages/{messageId}/read': { who: 'person' },
  'GET /v1/me/notification-choices': { who: 'person' },
  'PUT /v1/me/notification-choices': { who: 'person', body: { channels: { sms: true }, topics: {} } },
  'GET /v1/me/subscriptions': { who: 'person' },
  'POST /v1/me/subscriptions': { who: 'person', body: { results: [{ templateId: 't', result: 'accept' }] } },

  'GET /v1/companies': { who: 'person' },
  'POST /v1/companies': {
    who: 'person',
    body: {
      creditCode: '91430104MA0TEXT0XT',
      name: '长沙测试网络科技有限公司',
      region: '430104',
      confirmCheckDigit: true,
    },
  },
  [`GET ${COMPANY}`]: { who: 'member' },
  [`PUT ${COMPANY}`]: {
    who: 'member',
    body: { version: 1, officeAddress: '长沙市测试路1号', legalName: '测试者', registeredOn: '2020-01-01' },
  },
  [`GET ${COMPANY}/facts`]: { who: 'member' },
  [`PUT ${COMPANY}/facts`]: { who: 'member', body: FACTS },
  [`GET ${COMPANY}/members`]: { who: 'member' },
  [`PUT ${COMPANY}/members/{personId}`]: { who: 'owner', body: { role: 'agent' }, ends: true },
  [`DELETE ${COMPANY}/members/{personId}`]: { who: 'member', ends: true },
  [`POST ${COMPANY}/invitations`]: { who: 'owner', body: { role: 'agent' } },
  [`GET ${COMPANY}/invitations`]: { who: 'owner' },
  [`DELETE ${COMPANY}/invitations/{invitationId}`]: { who: 'owner' },
  'GET /v1/invitations/{token}': { who: 'person' },
  'POST /v1/invitations/{token}/accept': { who: 'person' },

  [`POST ${COMPANY}/uploads`]: {
    who: 'member',
    body: { name: '发票.jpg', size: 100, kind: 'invoice', paperId: NOBODY },
  },
  [`GET ${UPLOAD}`]: { who: 'member' },
  [`PUT ${UPLOAD}/parts/{part}`]: { who: 'member' },
  [`POST ${UPLOAD}/complete`]: { who: 'member' },
  [`DELETE ${UPLOAD}`]: { who: 'member' },
  [`GET ${COMPANY}/papers`]: { who: 'member' },
  [`POST ${COMPANY}/papers`]: { who: 'member', body: { kind: 'invoice' } },
  [`GET ${PAPER}`]: { who: 'member' },
  [`DELETE ${PAPER}`]: { who: 'member', ends: true },
  [`GET ${PAPER}/image`]: { who: 'member' },
  [`GET ${PAPER}/original`]: { who: 'member' },
  [`PUT ${PAPER}/kind`]: { who: 'member', body: { kind: 'invoice' } },
  [`PUT ${PAPER}/fields`]: {
    who: 'member',
    body: { fields: { number: '26432000000000000001' }, lines: [{ name: '算力服务', quantity: 1, amountFen: 100 }] },
  },
  [`PUT ${PAPER}/pages`]: { who: 'member', body: { fileIds: [NOBODY] } },

  [`GET ${COMPANY}/submissions`]: { who: 'member' },
  [`POST ${COMPANY}/submissions`]: { who: 'member', body: { step: 'filing', roundId: 'r', paperId: NOBODY } },
  [`GET ${SUBMISSION}`]: { who: 'member' },
  [`PUT ${SUBMISSION}`]: { who: 'member', body: { version: 1, papers: { contract: [NOBODY] } } },
  [`DELETE ${SUBMISSION}`]: { who: 'member', ends: true },
  [`GET ${SUBMISSION}/check-up`]: { who: 'member' },
  [`GET ${SUBMISSION}/timeline`]: { who: 'member' },
  [`GET ${SUBMISSION}/rule-changes`]: { who: 'member' },
  [`PUT ${SUBMISSION}/rule-changes`]: { who: 'member', body: { version: 1, choice: 'take', to: 'r' } },
  [`GET ${SUBMISSION}/forms/{file}`]: { who: 'member' },
  [`POST ${SUBMISSION}/submit`]: { who: 'member', body: { version: 1 } },
  [`POST ${SUBMISSION}/acts`]: { who: 'member', body: { act: 'explain', text: '说明', papers: [NOBODY] } },

  [`GET ${COMPANY}/registration`]: { who: 'member' },
  [`POST ${COMPANY}/registration`]: {
    who: 'owner',
    body: {
      platform: 'hunan-scheduling',
      form: { companyName: '长沙测试', staff: 1, listed: false },
      paperIds: [NOBODY],
    },
  },
  'POST /v1/platforms/{platform}/events': {
    who: 'system',
    body: { eventId: 'e1', type: 'status.changed', sequence: 1, data: { status: 'PASSED' } },
  },
  'POST /v1/sms/receipts/aliyun/{secret}': { who: 'system', body: [{ phone_number: PHONE, success: true }] },
  'POST /v1/sms/receipts/tencent/{secret}': { who: 'system', body: [{ mobile: PHONE, report_status: 'SUCCESS' }] },
  'GET /v1/wechat/callback': { who: 'system' },
  'POST /v1/wechat/callback': { who: 'system' },
}
