import { type Contract, contracts, namedSchemas } from '@suanhui/shared/api'
import type { ErrorCode } from '@suanhui/shared/error'
import type { Catalogue } from '@suanhui/shared/rules'
import { z } from 'zod'
import { STATUS } from '../errors'

type Json = Readonly<Record<string, unknown>>

const REASONS: Readonly<Record<ErrorCode, string>> = {
  MALFORMED_REQUEST: '请求不合 HTTP 的写法',
  MALFORMED_JSON: '正文不是正确的 JSON',
  NOT_FOUND: '没有这个内容',
  METHOD_NOT_ALLOWED: '这个地址不支持这种请求方法，Allow 里写着支持哪些',
  REQUEST_TIMEOUT: '请求太久没有发完',
  BODY_TOO_LARGE: '正文超过 64 KB',
  UNSUPPORTED_MEDIA_TYPE: '正文要用 application/json，UTF-8 编码，不压缩',
  INVALID_INPUT: '有填得不对的地方，fields 里全部列出',
  HEADERS_TOO_LARGE: '请求头太大',
  UNAUTHENTICATED: '没有登录，或者登录过期了',
  FORBIDDEN: '这个人不能做这件事',
  CONSENT_NEEDED: '先要本人同意（PUT /v1/me/consents），再来一次',
  CONFLICT: '和已有的内容冲突，先重新读一遍再改',
  TOO_MANY_REQUESTS: '太频繁，Retry-After 里写着几秒以后再来',
  BUSY: '这一刻请求太多，Retry-After 里写着几秒以后再来',
  PLATFORM_UNAVAILABLE: '别的系统（省里的平台、短信、微信）暂时连不上',
  INTERNAL: '服务器出了问题',
  NOT_READY: '现在办不了（数据库或者存储连不上），Retry-After 里写着几秒以后再来',
}

const componentRef = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

/** JSON Schemas of named zod schemas; one that uses another refers to it. */
function componentSchemas(named: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Record<string, Json> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    // Everything that is not named by us must be written where it stands.
    reused: 'inline',
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  )
}

const inlineSchema = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

function schemaOf(schema: z.ZodType, named: Readonly<Record<string, z.ZodType>>): Json {
  const name = Object.keys(named).find((key) => named[key] === schema)
  return name === undefined ? inlineSchema(schema) : componentRef('schemas', name)
}

const parametersOf = (object: z.ZodObject | undefined, where: 'path' | 'query'): Json[] =>
  Object.entries(object?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = inlineSchema(schema as z.ZodType)
    return { name, in: where, required: where === 'path', ...(description ? { description } : {}), schema: rest }
  })

const headersOf = ({ headers = {} }: Contract): Json => ({
  'X-Request-Id': componentRef('headers', 'RequestId'),
  ...Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  ),
})

/** Bytes as OpenAPI 3.1 writes them: a media type without a schema. */
const bytesOf = (types: readonly string[]): Json => Object.fromEntries(types.map((type) => [type, {}]))

function answerOf(contract: Contract, named: Readonly<Record<string, z.ZodType>>): Json {
  const content = contract.answerBytes
    ? bytesOf(contract.answerBytes)
    : contract.answer && { 'application/json': { schema: schemaOf(contract.answer, named) } }
  return { description: contract.summary, headers: headersOf(contract), ...(content && { content }) }
}

function bodyOf(contract: Contract, named: Readonly<Record<string, z.ZodType>>): Json | undefined {
  if (contract.bytes) return { required: true, content: bytesOf(contract.bytes) }
  return (
    contract.body && { required: true, content: { 'application/json': { schema: schemaOf(contract.body, named) } } }
  )
}

/** What every route of its kind refuses, so that no contract repeats it. */
const REFUSED: Readonly<Record<Contract['access'], readonly ErrorCode[]>> = {
  public: [],
  person: ['UNAUTHENTICATED'],
  member: ['UNAUTHENTICATED', 'NOT_FOUND'],
  owner: ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'],
  system: ['UNAUTHENTICATED'],
}

function operation(contract: Contract, named: Readonly<Record<string, z.ZodType>>): Json {
  const parameters = [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')]
  const signedIn = contract.access !== 'public' && contract.access !== 'system'
  const codes = [
    'NOT_READY',
    ...REFUSED[contract.access],
    ...contract.errors,
    'METHOD_NOT_ALLOWED',
    'INTERNAL',
  ] as const
  const requestBody = bodyOf(contract, named)
  return {
    operationId: `${contract.method === 'get' ? '' : `${contract.method}-`}${contract.path}`
      .replace(/\/(v1\/)?/, '')
      .replace(/[^a-z]+/gi, '-')
      .replace(/^-|-$/g, ''),
    summary: contract.summary,
    ...(contract.description && { description: contract.description }),
    ...(parameters.length > 0 && { parameters }),
    ...(signedIn && { security: [{ accessToken: [] }] }),
    ...(requestBody && { requestBody }),
    responses: {
      [contract.status ?? 200]: answerOf(contract, named),
      ...(contract.cached && { 304: { description: '没有变，用手里的', headers: headersOf(contract) } }),
      ...Object.fromEntries(codes.map((code) => [STATUS[code], componentRef('responses', code)])),
      default: componentRef('responses', 'MALFORMED_REQUEST'),
    },
  }
}

const errorResponses = (): Json =>
  Object.fromEntries(
    Object.entries(REASONS).map(([code, description]) => [
      code,
      {
        description,
        headers: { 'X-Request-Id': componentRef('headers', 'RequestId') },
        content: { 'application/json': { schema: componentRef('schemas', 'ErrorEnvelope') } },
      },
    ]),
  )

/** The documentation of the server, made from the contracts it runs by. */
export function buildOpenapi(catalogue: Catalogue): Json {
  const routes = contracts(catalogue)
  const asked = Object.assign({}, ...routes.map(({ named }) => named ?? {})) as Record<string, z.ZodType>
  const named = { ...asked, ...namedSchemas }
  const paths: Record<string, Record<string, Json>> = {}
  for (const contract of routes) {
    paths[contract.path] = { ...paths[contract.path], [contract.method]: operation(contract, named) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: '算惠通',
      version: catalogue.version,
      summary: '企业能享受哪些算力和人工智能补贴政策',
      description: '金额的单位都是分，日期是北京时间的年月日。出错时的回答都是同一个样子，见 ErrorEnvelope。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...componentSchemas(asked, 'input'), ...componentSchemas(namedSchemas, 'output') },
      responses: errorResponses(),
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      headers: {
        RequestId: {
          description: '这次请求的编号；请求里带了合规的 X-Request-Id 就沿用它',
          schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
        },
      },
    },
  }
}
