import { Validator } from '@seriousme/openapi-schema-validator'
import { describePlatform } from '@suanhui/bff/platforms/describe'
import { registry } from '@suanhui/bff/platforms/index'
import { describe, expect, it } from 'vitest'

describe.each(Object.entries(registry))('the contract of %s', (_, { name, routes }) => {
  it('is OpenAPI 3.1 by the official schema, with every route', async () => {
    const document = describePlatform(name, routes)
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    const written = Object.values(document.paths ?? {}).flatMap((item: object) => Object.values(item))
    expect(written.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort())
  })
})
