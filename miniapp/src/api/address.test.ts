import { describe, expect, it } from 'vitest'
import { pathOf } from './address'

describe('the address of a request', () => {
  it.each([
    ['/v1/me', {}, {}, '/v1/me'],
    ['/v1/companies/{companyId}/papers/{paperId}', { companyId: 'a', paperId: 'b' }, {}, '/v1/companies/a/papers/b'],
    ['/v1/companies/{companyId}', { companyId: '../me?x#y' }, {}, '/v1/companies/..%2Fme%3Fx%23y'],
    [
      '/v1/providers',
      {},
      { q: '长沙 算力', chip: undefined, on: '' },
      '/v1/providers?q=%E9%95%BF%E6%B2%99%20%E7%AE%97%E5%8A%9B',
    ],
  ])('%s %j %j', (path, params, query, expected) => {
    expect(pathOf(path, params, query)).toBe(expected)
  })
})
