import type { InboxMessage, ToDoList } from '@suanhui/shared/api'
import type { RouteName, RouteParams } from './routes'

export type Place = { readonly [N in RouteName]: { readonly page: N; readonly params: RouteParams<N> } }[RouteName]

const CASES: Place = { page: 'cases', params: {} }

/** Which page a message leads to; undefined where it leads nowhere. Ids that are missing lead to the list of cases. */
export function placeOfMessage(link: InboxMessage['link']): Place | undefined {
  if (link === null) return undefined
  const { companyId: company, submissionId, id = submissionId } = link.params
  switch (link.page) {
    case 'measure':
      return id === undefined ? undefined : { page: 'measure', params: { id } }
    case 'registration':
      return company === undefined ? CASES : { page: 'companyRegistration', params: { company } }
    case 'newFiling':
    case 'rounds':
      return company === undefined
        ? CASES
        : { page: 'newSubmission', params: { company, paper: link.params.paperId ?? '' } }
    case 'submission':
    case 'corrections':
      return company === undefined || id === undefined ? CASES : { page: 'submission', params: { company, id } }
    case 'timeline':
      return company === undefined || id === undefined ? CASES : { page: 'progress', params: { company, id } }
  }
}

type ToDo = ToDoList['items'][number]

/** Where a thing to do is done. */
export function placeOfToDo({ kind, companyId: company, submissionId: id, paperId: paper = '' }: ToDo): Place {
  if (kind === 'register') return { page: 'companyRegistration', params: { company } }
  if (id === undefined) return { page: 'newSubmission', params: { company, paper } }
  return kind === 'explain'
    ? { page: 'progress', params: { company, id } }
    : { page: 'submission', params: { company, id } }
}
