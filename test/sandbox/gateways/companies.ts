import { isCreditCode, normaliseCreditCode } from '@suanhui/shared/credit-code'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Journal } from '../journal'
import { COMPANIES } from '../seeds/companies'
import type { World } from '../world'
import { bearer } from './bearer'

export const Company = z.object({
  creditCode: z.string(),
  name: z.string(),
  region: z.string(),
  registeredOn: z.string(),
  legalRepresentative: z.string(),
  businessScope: z.string(),
  status: z.enum(['存续', '注销', '吊销']),
  insuredStaff: z.number().int(),
})
export type Company = z.infer<typeof Company>

export const companiesIn = (journal: Journal) => journal.collection('registry', Company)

/** At the first start only: what was changed later stays. */
export function seedCompanies(journal: Journal): void {
  const companies = companiesIn(journal)
  journal.commit(() => {
    for (const company of COMPANIES) {
      if (companies.get(company.creditCode) === undefined) companies.put(company.creditCode, company)
    }
  })
}

const MOST_ANSWERS = 20

/** A company registry: by credit code, or by a part of the name. */
export function companyRoutes({ journal, secrets }: World): Hono {
  const routes = new Hono()
  const companies = companiesIn(journal)
  routes.use(bearer(secrets.registryKey))
  routes.get('/companies/:creditCode', (c) => {
    const company = companies.get(normaliseCreditCode(c.req.param('creditCode')))
    return company === undefined ? c.json({ message: '查无此企业' }, 404) : c.json(company)
  })
  routes.get('/companies', (c) => {
    const name = c.req.query('name')?.trim() ?? ''
    if (name.length < 2) return c.json({ message: '名称至少写两个字' }, 422)
    const found = companies.all().filter((company) => company.name.includes(name))
    return c.json({ companies: found.slice(0, MOST_ANSWERS) })
  })
  return routes
}

/** For tests: a company is founded, or changes. */
export function companyAdminRoutes({ journal }: World): Hono {
  const routes = new Hono()
  routes.put('/companies/:creditCode', async (c) => {
    const company = Company.safeParse({ ...(await c.req.json()), creditCode: c.req.param('creditCode') })
    if (!company.success || !isCreditCode(company.data.creditCode)) return c.json({ message: '企业信息不完整' }, 422)
    journal.commit(() => companiesIn(journal).put(company.data.creditCode, company.data))
    return c.json(company.data)
  })
  return routes
}
