import type { MiddlewareHandler } from 'hono'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { type Role, roleIn } from '../stores/members'
import { isUuid } from './uuid'

export const noSuchCompany = (): AppError => new AppError('NOT_FOUND', '没有这家公司，或者你不在这家公司里')

export const ownersOnly = (): AppError => new AppError('FORBIDDEN', '这件事只有公司的负责人能做')

/**
 * For routes under `/v1/companies/:companyId`: lets only its members through, or with `owner` only its owner.
 * Stands behind `signedIn`. To everyone else the company is not there, so that nobody can find out who uses the service.
 */
export const memberOf = (
  { database }: Pick<Deps, 'database'>,
  needed: 'member' | 'owner' = 'member',
): MiddlewareHandler<Bindings> =>
  async function memberOf(c, next) {
    const companyId = c.req.param('companyId') ?? ''
    const role: Role | undefined = isUuid(companyId)
      ? await roleIn(database.queries, c.get('caller').personId, companyId)
      : undefined
    if (role === undefined) throw noSuchCompany()
    if (needed === 'owner' && role !== 'owner') throw ownersOnly()
    c.set('member', { companyId, role })
    await next()
  }
