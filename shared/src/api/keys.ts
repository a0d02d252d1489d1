import { z } from 'zod'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'

export const PublicKey = z
  .strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    kid: z.string().meta({ description: '钥匙的指纹（RFC 7638）' }),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  })
  .meta({ description: '一把验签用的公钥（JWK）' })
export type PublicKey = ReadOnly<z.output<typeof PublicKey>>

export const PublicKeys = z.strictObject({ keys: z.array(PublicKey) }).meta({ description: '验签用的公钥（JWKS）' })
export type PublicKeys = ReadOnly<z.output<typeof PublicKeys>>

export const keysContract = {
  method: 'get',
  access: 'public',
  path: '/.well-known/jwks.json',
  summary: '验签用的公钥：规则的签名、登录的钥匙',
  answer: PublicKeys,
  errors: [],
} as const satisfies Contract
