import { z } from 'zod'
import { checkFacts, type FactDefinition, type FactTable, type FactValues } from '../facts'

type JsonSchema = Readonly<Record<string, unknown>>

const listed = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([key, label]) => `${key} ${label}`)
    .join('；')

/** The values that `checkFact` takes, said in JSON Schema; a test holds the two together. `null` is always taken. */
function valueSchema(definition: FactDefinition): JsonSchema {
  switch (definition.type) {
    case 'bool':
      return { type: ['boolean', 'null'] }
    case 'fen':
      return { type: ['integer', 'null'], minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
    case 'int':
      return { type: ['integer', 'null'], minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
    case 'number':
      return { type: ['number', 'null'], minimum: 0 }
    case 'ratio':
      return { type: ['number', 'null'], ...(definition.signed ? {} : { minimum: 0 }) }
    case 'date':
      return { type: ['string', 'null'], format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
    case 'code':
      return { type: ['string', 'null'], pattern: '^\\d{6}$' }
    case 'one of':
      return { enum: [...Object.keys(definition.options), null] }
    case 'set of':
      return { type: ['array', 'null'], items: { enum: Object.keys(definition.options) } }
  }
}

const UNIT_WORDS: Partial<Record<FactDefinition['type'], string>> = {
  fen: '单位是分，1万元写作 1000000',
  ratio: '写成小数，15% 写作 0.15',
  code: '六位行政区划代码',
}

function factSchema(definition: FactDefinition): JsonSchema {
  const words = [
    definition.label,
    definition.question,
    definition.help,
    UNIT_WORDS[definition.type],
    'unit' in definition && definition.unit !== '' ? `单位：${definition.unit}` : undefined,
    'options' in definition ? listed(definition.options) : undefined,
  ]
  return { ...valueSchema(definition), description: words.filter((word) => word !== undefined).join('。') }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What is known of a company, by the catalogue's own table. `checkFacts` alone decides what can be taken;
 * the table only writes the JSON Schema that people read.
 */
export const factsSchema = (table: FactTable): z.ZodType<FactValues> =>
  z
    .custom<FactValues>(isRecord, { error: 'facts 要写成一个对象：事实的编号和它的值' })
    .superRefine((input, context) => {
      const checked = checkFacts(table, input)
      if ('facts' in checked) return
      for (const { fact, message } of checked.problems) context.addIssue({ code: 'custom', path: [fact], message })
    })
    .meta({
      type: 'object',
      description: '已经知道的情况。没写的就是还不知道；写 null 表示问过了，本人也不清楚，以后不再问。',
      properties: Object.fromEntries(Object.entries(table).map(([id, definition]) => [id, factSchema(definition)])),
      additionalProperties: false,
      examples: [{ 'company.kind': 'enterprise', 'company.region': '430104', 'compute.annualPurchaseFen': 40_000_000 }],
    })
