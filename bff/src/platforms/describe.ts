import { z } from 'zod'
import { IDEMPOTENCY_HEADER, type WireRoute, type WireRoutes } from './wire/route'
import { WireRefusal } from './wire/shared'

type Json = Readonly<Record<string, unknown>>

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema: schemaOf(schema) } })

function parametersOf({ path, query, write }: WireRoute): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => ({
    name: found[1] ?? '',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.keys(query?.shape ?? {}).map((name) => ({
    name,
    in: 'query',
    required: false,
    schema: { type: 'string' },
  }))
  const key = { name: IDEMPOTENCY_HEADER, in: 'header', required: true, schema: { type: 'string', maxLength: 100 } }
  return [...inPath, ...inQuery, ...(write ? [key] : [])]
}

function operationOf(name: string, route: WireRoute): Json {
  const { summary, write, body, bytes, answer } = route
  const parameters = parametersOf(route)
  const content = body ? json(body) : bytes && Object.fromEntries(bytes.map((type) => [type, {}]))
  return {
    operationId: name,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      [write ? '201' : '200']: { description: summary, content: json(answer) },
      '401': { description: '签名、密钥、时间或者随机数不对' },
      ...(write ? { '422': { description: '没有接收，原因写明', content: json(WireRefusal) } } : {}),
      '503': { description: '暂时不行，Retry-After 里写着几秒以后再来' },
    },
  }
}

const SIGNATURE = [
  '每个请求都要签名：x-suanhui-key、x-suanhui-timestamp（秒）、x-suanhui-nonce、x-suanhui-algorithm、x-suanhui-signature（十六进制）。',
  '签的是七行文字：算法、密钥的名字、方法、路径和查询、内容的摘要（十六进制）、时间、随机数。',
  'HMAC-SHA256 的摘要用 SHA-256；SM2-SM3 的摘要用 SM3，签名是 r 和 s 各32字节，用户标识用默认的 1234567812345678。',
  '时间相差不超过5分钟，随机数只能用一次。',
].join('\n')

/** The OpenAPI document of one platform's contract, made from the schemas that our adapter reads with. */
export function describePlatform(name: string, routes: WireRoutes): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [id, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(id, route) }
  }
  return {
    openapi: '3.1.1',
    info: { title: name, version: '1.0.0', description: SIGNATURE },
    security: [{ signature: [] }],
    paths,
    components: {
      securitySchemes: { signature: { type: 'apiKey', in: 'header', name: 'x-suanhui-signature' } },
    },
  }
}
