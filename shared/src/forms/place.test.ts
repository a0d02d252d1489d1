import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FormId, fieldsOf, forms, placeLabel, placeName, placeNamed } from './index'

const application: readonly FormId[] = ['demand', 'application', 'report']

describe('a place that a platform names', () => {
  it.each([
    ['application.bankName', { form: 'application', field: 'bankName' }, '基本户开户行'],
    ['bankName', { form: 'application', field: 'bankName' }, '基本户开户行'],
    ['application.contracts', { form: 'application', field: 'contracts' }, undefined],
    [
      'application.contracts.0.site',
      { form: 'application', field: 'contracts', row: 0, column: 'site' },
      '第1份合同的算力中心地址',
    ],
    ['application.contracts[2].site', { form: 'application', field: 'contracts', row: 2, column: 'site' }, undefined],
    ['contracts.1', { form: 'application', field: 'contracts', row: 1 }, '第2份合同'],
    ['contracts.1.nothing', { form: 'application', field: 'contracts', row: 1 }, '第2份合同'],
    ['contracts.x.site', { form: 'application', field: 'contracts' }, undefined],
    ['application.bankName.0.site', { form: 'application', field: 'bankName' }, undefined],
    ['application.nothing', undefined, undefined],
    ['filing.contracts', undefined, undefined],
    ['roundId', undefined, undefined],
    ['', undefined, undefined],
  ] as const)('%j', (name, place, label) => {
    expect(placeNamed(name, application)).toEqual(place)
    if (place !== undefined && label !== undefined) expect(placeLabel(place)).toBe(label)
  })

  it('has a name that leads back to it, and words for people', () => {
    const places = application.flatMap((form) =>
      fieldsOf(forms[form]).flatMap((field) => [
        { form, field: field.id },
        ...(field.type === 'rows'
          ? field.columns.map(({ id }) => ({ form, field: field.id, row: 3, column: id }))
          : []),
      ]),
    )
    expect(places.length).toBeGreaterThan(60)
    for (const place of places) {
      expect(placeNamed(`${place.form}.${placeName(place)}`, application)).toEqual(place)
      expect(placeLabel(place)).toMatch(/\p{Script=Han}/u)
    }
  })

  it('never fails, whatever a platform writes', () => {
    fc.assert(fc.property(fc.string(), (name) => void placeNamed(name, application)))
  })
})
