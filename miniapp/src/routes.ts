/** A page: where it lies, in which package of the mini-program, and what its address carries. */
export interface Route {
  readonly path: string
  /** `main`, or the root folder of a sub-package. */
  readonly package:
    | 'main'
    | 'pages/account'
    | 'pages/company'
    | 'pages/matcher'
    | 'pages/library'
    | 'pages/providers'
    | 'pages/papers'
    | 'pages/submission'
  /** Public ids only: an address is shared and logged. */
  readonly params: readonly string[]
}

/** Every page, by name. app.config.ts is made from this table; a new page is its folder and one line here. */
export const routes = {
  start: { path: 'pages/start/index', package: 'main', params: [] },
  cases: { path: 'pages/cases/index', package: 'main', params: [] },
  messages: { path: 'pages/messages/index', package: 'main', params: [] },
  me: { path: 'pages/me/index', package: 'main', params: [] },
  login: { path: 'pages/account/login/index', package: 'pages/account', params: [] },
  devices: { path: 'pages/account/devices/index', package: 'pages/account', params: [] },
  terms: { path: 'pages/account/terms/index', package: 'pages/account', params: [] },
  privacyPolicy: { path: 'pages/account/privacy-policy/index', package: 'pages/account', params: [] },
  notificationChoices: { path: 'pages/account/notifications/index', package: 'pages/account', params: [] },
  privacy: { path: 'pages/account/privacy/index', package: 'pages/account', params: [] },
  companyNew: { path: 'pages/company/new/index', package: 'pages/company', params: [] },
  // With the part that lies open: company, legal, contact, money, bank.
  companyProfile: { path: 'pages/company/profile/index', package: 'pages/company', params: ['company', 'section'] },
  companyRegistration: { path: 'pages/company/registration/index', package: 'pages/company', params: ['company'] },
  companyFacts: { path: 'pages/company/facts/index', package: 'pages/company', params: ['company'] },
  members: { path: 'pages/company/members/index', package: 'pages/company', params: ['company'] },
  // The one secret in an address: what is in it is read once and then taken out of it.
  invitation: { path: 'pages/company/invitation/index', package: 'pages/company', params: ['token'] },
  questions: { path: 'pages/matcher/questions/index', package: 'pages/matcher', params: [] },
  results: { path: 'pages/matcher/results/index', package: 'pages/matcher', params: [] },
  measure: { path: 'pages/matcher/measure/index', package: 'pages/matcher', params: ['id'] },
  combination: { path: 'pages/matcher/combination/index', package: 'pages/matcher', params: [] },
  answers: { path: 'pages/matcher/answers/index', package: 'pages/matcher', params: [] },
  providers: { path: 'pages/providers/list/index', package: 'pages/providers', params: [] },
  provider: { path: 'pages/providers/detail/index', package: 'pages/providers', params: ['id'] },
  papers: { path: 'pages/papers/list/index', package: 'pages/papers', params: ['company'] },
  // With the field that is to be looked at; empty: with none.
  paper: { path: 'pages/papers/paper/index', package: 'pages/papers', params: ['company', 'id', 'field'] },
  // With the paper that a reviewer wants changed; empty: with none.
  submissionPapers: { path: 'pages/papers/slots/index', package: 'pages/papers', params: ['company', 'id', 'paper'] },
  // With the contract to begin with; empty: with none.
  newSubmission: { path: 'pages/submission/new/index', package: 'pages/submission', params: ['company', 'paper'] },
  submission: { path: 'pages/submission/overview/index', package: 'pages/submission', params: ['company', 'id'] },
  // With the field to go to, a cell as `contracts.0.site`; empty: from the top.
  submissionForm: {
    path: 'pages/submission/form/index',
    package: 'pages/submission',
    params: ['company', 'id', 'form', 'field'],
  },
  checkUp: { path: 'pages/submission/check-up/index', package: 'pages/submission', params: ['company', 'id'] },
  progress: { path: 'pages/submission/progress/index', package: 'pages/submission', params: ['company', 'id'] },
  help: { path: 'pages/library/help/index', package: 'pages/library', params: [] },
  library: { path: 'pages/library/documents/index', package: 'pages/library', params: [] },
  document: { path: 'pages/library/document/index', package: 'pages/library', params: ['id'] },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes

export type RouteParams<N extends RouteName> = Readonly<Record<(typeof routes)[N]['params'][number], string>>
