import { platformIds } from '@suanhui/bff/platforms/index'
import { describe, expect, it } from 'vitest'
import { fileName, recorded } from '../contract/platforms/exchange'
import { hmacPair, type Pair, sm2Pair } from '../contract/platforms/signing-keys'
import { stories } from '../contract/platforms/stories'
import { record } from './recording/record'

const pairs: readonly (readonly [string, () => Pair])[] = [
  ['HMAC-SHA256', () => hmacPair(9)],
  ['SM2 and SM3', sm2Pair],
]

describe.each(pairs)('what was recorded, asked for anew with %s', (_, pair) => {
  it.each(platformIds)('%s answers as it stands in the files (npm run record:exchanges)', async (id) => {
    const told = await record(stories[id], pair())
    for (const [index, { value }] of told.entries())
      expect(value).toMatchObject(stories[id].operations[index]?.gives ?? {})
    const fresh = Object.fromEntries(
      told.map(({ exchange }, index) => [fileName(index, exchange.operation), exchange] as const),
    )
    expect(fresh).toEqual(recorded(id))
  })
})
