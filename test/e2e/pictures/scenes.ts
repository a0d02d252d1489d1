/** Moments of the journey whose pages are kept: nobody signed in, a returned application, the money paid. */
export const SCENES = ['guest', 'returned', 'paid'] as const

export const GUEST_PAGES = {
  start: 'pages/start/index',
  questions: 'pages/matcher/questions/index',
  results: 'pages/matcher/results/index',
  measure: 'pages/matcher/measure/index?id=hn-2026-168%2Fcompute-voucher',
  combination: 'pages/matcher/combination/index',
  answers: 'pages/matcher/answers/index',
  help: 'pages/library/help/index',
  library: 'pages/library/documents/index',
  document: 'pages/library/document/index?id=sx-2024-35',
  providers: 'pages/providers/list/index',
  login: 'pages/account/login/index',
  terms: 'pages/account/terms/index',
  'privacy-policy': 'pages/account/privacy-policy/index',
  'cases-guest': 'pages/cases/index',
  'messages-guest': 'pages/messages/index',
  'me-guest': 'pages/me/index',
} as const

interface Ids {
  readonly company: string
  readonly submission: string
  /** Papers: one that was confirmed, one that waits for it. */
  readonly confirmed: string
  readonly provider: string
}

export const returnedPages = ({ company, submission, confirmed, provider }: Ids): Readonly<Record<string, string>> => {
  const inCompany = `company=${company}`
  const inSubmission = `${inCompany}&id=${submission}`
  return {
    'start-signed-in': 'pages/start/index',
    cases: 'pages/cases/index',
    messages: 'pages/messages/index',
    me: 'pages/me/index',
    devices: 'pages/account/devices/index',
    'notification-choices': 'pages/account/notifications/index',
    privacy: 'pages/account/privacy/index',
    'company-new': 'pages/company/new/index',
    'company-profile': `pages/company/profile/index?${inCompany}&section=company`,
    'company-registration': `pages/company/registration/index?${inCompany}`,
    'company-facts': `pages/company/facts/index?${inCompany}`,
    members: `pages/company/members/index?${inCompany}`,
    provider: `pages/providers/detail/index?id=${encodeURIComponent(provider)}`,
    papers: `pages/papers/list/index?${inCompany}`,
    paper: `pages/papers/paper/index?${inCompany}&id=${confirmed}`,
    'submission-papers': `pages/papers/slots/index?${inSubmission}`,
    'submission-new': `pages/submission/new/index?${inCompany}`,
    submission: `pages/submission/overview/index?${inSubmission}`,
    'form-application': `pages/submission/form/index?${inSubmission}&form=application`,
    'form-demand': `pages/submission/form/index?${inSubmission}&form=demand`,
    'form-report': `pages/submission/form/index?${inSubmission}&form=report`,
    'check-up': `pages/submission/check-up/index?${inSubmission}`,
    'progress-returned': `pages/submission/progress/index?${inSubmission}`,
  }
}

export const paidPages = ({ company, submission }: Ids): Readonly<Record<string, string>> => ({
  'progress-paid': `pages/submission/progress/index?company=${company}&id=${submission}`,
  'messages-paid': 'pages/messages/index',
})
