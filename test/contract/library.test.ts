import { DocumentList, MeasureDetail } from '@suanhui/shared/api'
import { catalogue } from '@suanhui/shared/policies'
import { beforeAll, describe, expect, it } from 'vitest'
import { TODAY, testServer } from './server'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

const documentsOn = async (query = '') => DocumentList.parse(await (await server.get(`/v1/documents${query}`)).json())

describe('GET /v1/documents', () => {
  it('lists every document with its measures, as it stands today', async () => {
    const { asOf, documents } = await documentsOn()
    expect(asOf).toBe(TODAY)
    expect(documents.map(({ id, measures }) => [id, measures.map((one) => one.id)])).toEqual(
      catalogue.documents.map(({ id, measures }) => [id, measures.map(({ slug }) => `${id}/${slug}`)]),
    )
  })

  it.each([
    ['sx-2024-35', '2024-06-30', 'not_yet_in_force', null],
    ['sx-2024-35', '2024-07-01', 'in_force', 913],
    ['sx-2024-35', '2026-11-21', 'in_force', 40],
    ['sx-2024-35', '2026-12-31', 'in_force', 0],
    ['sx-2024-35', '2027-01-01', 'expired', null],
    ['cs-2021-64', '2026-11-21', 'expired', null],
    ['hn-2026-168', '2029-05-05', 'in_force', 0],
    ['hn-2026-168', '2029-05-06', 'expired', null],
  ])('%s on %s is %s, %s days left', async (id, asOf, status, daysLeft) => {
    const { documents } = await documentsOn(`?asOf=${asOf}`)
    expect(documents.find((one) => one.id === id)).toMatchObject({ status, daysLeft })
  })

  it('marks the plan of 2022 to 2024 as history', async () => {
    const { documents } = await documentsOn()
    expect(documents.filter((one) => one.listing === 'history').map((one) => one.id)).toEqual(['cs-2021-64'])
  })
})

const all = catalogue.documents.flatMap(({ id, measures }) => measures.map((measure) => ({ id, measure })))

describe('GET /v1/measures/:id', () => {
  it.each(all.map(({ id, measure }) => `${id}/${measure.slug}`))(
    '%s, with a plain slash and a coded one',
    async (id) => {
      const [plain, coded] = await Promise.all([
        server.get(`/v1/measures/${id}`),
        server.get(`/v1/measures/${encodeURIComponent(id)}`),
      ])
      expect([plain.status, coded.status]).toEqual([200, 200])
      const measure = MeasureDetail.parse(await plain.json())
      expect(measure).toEqual(await coded.json())
      expect(measure.id).toBe(id)
      expect(id.startsWith(`${measure.document.id}/`)).toBe(true)
    },
  )

  it('says each criterion in words, with the clause it comes from', async () => {
    const detail = MeasureDetail.parse(await (await server.get('/v1/measures/hn-2026-168/compute-voucher')).json())
    const rule = all.find(({ measure }) => measure.slug === 'compute-voucher')?.measure
    expect(detail.criteria.map(({ cite }) => cite.clause)).toEqual(rule?.criteria.map(({ cite }) => cite))
    expect(detail.criteria.find(({ facts }) => facts[0] === 'compute.annualPurchaseFen')).toMatchObject({
      text: expect.stringContaining('不低于5万元'),
      cite: { document: 'hn-2026-168', clause: '二(一)2' },
    })
    expect(detail.amount).toEqual(rule?.amount)
    expect(detail.document).toMatchObject({ documentNo: '湘工信信息软件〔2026〕168号', status: 'in_force' })
  })

  it('shows the document as it stands on another day', async () => {
    const path = '/v1/measures/sx-2024-35/compute-voucher'
    expect(await (await server.get(`${path}?asOf=2027-01-01`)).json()).toMatchObject({
      asOf: '2027-01-01',
      document: { status: 'expired' },
    })
  })
})
