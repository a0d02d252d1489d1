import { Validator } from '@seriousme/openapi-schema-validator'
import { factDefinitions } from '@suanhui/shared/facts'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from './server'

interface Operation {
  readonly requestBody?: unknown
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Record<string, unknown>
}
interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: Record<string, Record<string, { properties?: Record<string, Record<string, unknown>> }>>
}

let server: Awaited<ReturnType<typeof testServer>>
let document: Document
beforeAll(async () => {
  server = await testServer()
  document = (await (await server.get('/openapi.json')).json()) as Document
})

/** Hono's `:id{.+}` as OpenAPI writes it. */
const documented = (path: string) => path.replace(/:(\w+)(\{[^}]+\})?/g, '{$1}')

describe('GET /openapi.json', () => {
  it('is OpenAPI 3.1 by the official schema', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>)
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('documents every route of the server, and no other', () => {
    const served = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
      .map(({ method, path }) => `${method.toLowerCase()} ${documented(path)}`)
    const written = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    )
    expect([...new Set(served)].sort()).toEqual(written.sort())
  })

  it('refers only to what is there', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1] ?? '')
    expect(refs.length).toBeGreaterThan(20)
    for (const ref of new Set(refs)) {
      const [start, ...path] = ref.split('/')
      expect(start).toBe('#')
      const target = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
      expect([ref, typeof target]).toEqual([ref, 'object'])
    }
  })

  it('says every refusal of every route', () => {
    const codes = Object.fromEntries(
      Object.entries(document.paths).map(([path, item]) => [
        path,
        Object.keys(Object.values(item)[0]?.responses ?? {}),
      ]),
    )
    expect(codes['/v1/match']).toEqual(['200', '400', '405', '413', '415', '422', '500', '503', 'default'])
    expect(codes['/v1/catalogue']).toEqual(['200', '304', '405', '500', '503', 'default'])
    expect(codes['/v1/measures/{id}']).toEqual(['200', '404', '405', '422', '500', '503', 'default'])
    expect(codes['/readyz']).toEqual(['200', '405', '500', '503', 'default'])
  })

  it('shows every fact with its words, its choices and its bounds', () => {
    const facts = document.components.schemas?.Facts?.properties ?? {}
    expect(Object.keys(facts)).toEqual(Object.keys(factDefinitions))
    for (const [id, definition] of Object.entries(factDefinitions)) {
      expect(facts[id]?.description).toContain(definition.label)
      expect(facts[id]?.description).toContain(definition.question)
    }
    expect(facts['company.kind']?.enum).toEqual([...Object.keys(factDefinitions['company.kind'].options), null])
    expect(facts['compute.annualPurchaseFen']).toMatchObject({ type: ['integer', 'null'], minimum: 0 })
    expect(facts['company.region']).toMatchObject({ pattern: '^\\d{6}$' })
    expect(facts['compute.filedOn']).toMatchObject({ format: 'date' })
  })
})
