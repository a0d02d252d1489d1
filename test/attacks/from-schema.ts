import fc from 'fast-check'

/** The parts of JSON Schema that our contracts are written with. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly pattern?: string
}

const MOST_ITEMS = 4

function text({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((at) => at.toISOString())
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern))
    } catch {
      // A pattern that cannot be generated from: any text will do, and be refused.
    }
  }
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 300) }),
    fc.constantFrom('19900000009', '123456', '430104', '长沙测试有限公司', 'x'.repeat(Math.min(maxLength, 5_000))),
  )
}

function object({
  properties = {},
  required = [],
  additionalProperties,
  propertyNames,
}: Schema): fc.Arbitrary<unknown> {
  const known = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fromSchema(schema)])),
    { requiredKeys: [...required] },
  )
  if (additionalProperties === false || additionalProperties === undefined) return known
  const name = propertyNames === undefined ? fc.string({ maxLength: 20 }) : fromSchema(propertyNames).map(String)
  const more = fc.dictionary(name, additionalProperties === true ? fc.jsonValue() : fromSchema(additionalProperties), {
    maxKeys: MOST_ITEMS,
  })
  return fc.tuple(known, more).map(([a, b]) => ({ ...b, ...(a as object) }))
}

const ofType = (type: string, schema: Schema): fc.Arbitrary<unknown> => {
  const { minimum = -(2 ** 53) + 1, maximum = 2 ** 53 - 1 } = schema
  switch (type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.maxSafeInteger().map((n) => Math.min(maximum, Math.max(minimum, n)))
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const { items, minItems = 0, maxItems = MOST_ITEMS } = schema
      const maxLength = Math.max(minItems, Math.min(maxItems, MOST_ITEMS))
      return fc.array(items ? fromSchema(items) : fc.jsonValue(), { minLength: minItems, maxLength })
    }
    default:
      return object(schema)
  }
}

/** Values that a JSON Schema describes; what it does not say (a check digit) they do not keep. */
export function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map(fromSchema))
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  if (types.length === 0) return fc.jsonValue({ maxDepth: 3 })
  return fc.oneof(...types.map((type) => ofType(type, schema)))
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.constantFrom('\0', '\ud800', '__proto__', '<script>', "' or 1=1--", 1e308, -0, 2 ** 53, '9'.repeat(400), [[[[]]]]),
)

/** One place of the value is replaced, taken away, doubled or renamed. */
export const mutated = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(value, fc.nat(), fc.constantFrom('replace', 'remove', 'rename', 'wrap'), strange)
    .map(([whole, where, how, other]) => change(structuredClone(whole), where, how, other))

function change(whole: unknown, where: number, how: string, other: unknown): unknown {
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      places.push({ holder: value as Record<string, unknown>, key })
      walk(inner)
    }
  }
  walk(whole)
  const place = places[where % (places.length + 1)]
  if (place === undefined) return other
  const { holder, key } = place
  if (how === 'replace') holder[key] = other
  else if (how === 'wrap') holder[key] = [holder[key]]
  else {
    if (how === 'rename') holder[`${key} `] = holder[key]
    delete holder[key]
  }
  return whole
}
