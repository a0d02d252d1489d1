import { describe, expect, it } from 'vitest'
import { placeOfMessage, placeOfToDo } from './places'

describe('a message leads to', () => {
  it.each([
    [{ page: 'submission', params: { companyId: 'c', submissionId: 's' } }, 'submission', { company: 'c', id: 's' }],
    [{ page: 'corrections', params: { companyId: 'c', submissionId: 's' } }, 'submission', { company: 'c', id: 's' }],
    [{ page: 'timeline', params: { companyId: 'c', submissionId: 's' } }, 'progress', { company: 'c', id: 's' }],
    [{ page: 'registration', params: { companyId: 'c' } }, 'companyRegistration', { company: 'c' }],
    [{ page: 'measure', params: { id: 'hunan/voucher' } }, 'measure', { id: 'hunan/voucher' }],
    [{ page: 'newFiling', params: { companyId: 'c', paperId: 'p' } }, 'newSubmission', { company: 'c', paper: 'p' }],
    [{ page: 'rounds', params: { companyId: 'c' } }, 'newSubmission', { company: 'c', paper: '' }],
    [{ page: 'timeline', params: {} }, 'cases', {}],
  ] as const)('%j: %s', (link, page, params) => expect(placeOfMessage(link)).toEqual({ page, params }))

  it('nowhere when it only tells something', () => {
    expect(placeOfMessage(null)).toBeUndefined()
    expect(placeOfMessage({ page: 'measure', params: {} })).toBeUndefined()
  })
})

describe('a thing to do is done', () => {
  const at = { companyId: 'c', companyName: '长沙测试有限公司', title: '', text: '' }
  it.each([
    ['register', undefined, 'companyRegistration', { company: 'c' }],
    ['file', undefined, 'newSubmission', { company: 'c', paper: '' }],
    ['file', 's', 'submission', { company: 'c', id: 's' }],
    ['correct', 's', 'submission', { company: 'c', id: 's' }],
    ['finish_draft', 's', 'submission', { company: 'c', id: 's' }],
    ['refused', 's', 'submission', { company: 'c', id: 's' }],
    ['explain', 's', 'progress', { company: 'c', id: 's' }],
  ] as const)('%s %s: on %s', (kind, submissionId, page, params) => {
    expect(placeOfToDo({ ...at, kind, ...(submissionId !== undefined && { submissionId }) })).toEqual({ page, params })
  })

  it('a contract that nobody has filed is filed with it in hand', () => {
    const params = { company: 'c', paper: 'p' }
    expect(placeOfToDo({ ...at, kind: 'file', paperId: 'p' })).toEqual({ page: 'newSubmission', params })
  })
})
