import { yuan } from '@suanhui/shared/money'
import { creditCodeOf } from './codes'
import { HUNAN } from './hunan-providers'
import type { Chip, ProviderRow } from './provider-row'
import { SHANXI } from './shanxi-providers'

/** A compute provider as the platforms' registry shows it. Every name here is fictitious. */
export interface SeedProvider {
  readonly platform: 'hunan' | 'shanxi'
  readonly creditCode: string
  readonly name: string
  readonly region: string
  readonly site: string
  readonly registeredOn: string
  /** Registered up to and including this day; absent: to this day. */
  readonly lapsedOn?: string
  readonly chips: readonly Chip[]
  readonly prices: readonly { readonly item: string; readonly unit: string; readonly fen: number }[]
  /** Share of the time it was up, and hours to answer, as supervised by the platform. */
  readonly quality: { readonly availability: number; readonly answerHours: number; readonly score: number }
}

/** Companies that sell computing power and are in no platform's registry: what is bought there is not subsidised. */
export const UNREGISTERED: readonly { readonly name: string; readonly region: string; readonly creditCode: string }[] =
  [
    '长沙测试未登记算力有限公司',
    '株洲示例无名云计算有限公司',
    '湘潭测试转售网络有限公司',
    '太原示例未入库智算有限公司',
    '北京测试外省算力有限公司',
  ].map((name, index) => {
    const region = ['430104', '430211', '430304', '140105', '110108'][index] ?? '430104'
    return { name, region, creditCode: creditCodeOf('91', region, 900 + index) }
  })

const seeded =
  (platform: SeedProvider['platform'], first: number) =>
  (row: ProviderRow, index: number): SeedProvider => ({
    platform,
    creditCode: creditCodeOf(row.name.endsWith('院') ? '12' : '91', row.region, first + index),
    name: row.name,
    region: row.region,
    site: row.site,
    registeredOn: row.from,
    ...(row.to !== undefined && { lapsedOn: row.to }),
    chips: row.chips,
    prices: [
      { item: `${row.chips[0]?.name} 单卡`, unit: '卡时', fen: yuan(row.price) },
      { item: `${row.chips[0]?.name} 八卡整机包月`, unit: '台月', fen: yuan(Math.round(row.price * 8 * 720 * 0.85)) },
      { item: '大模型推理服务', unit: '百万词元', fen: yuan(Math.round(row.price * 20) / 10) },
    ],
    quality: { availability: row.quality[0], answerHours: row.quality[1], score: row.quality[2] },
  })

export const PROVIDERS: readonly SeedProvider[] = [
  ...HUNAN.map(seeded('hunan', 100)),
  ...SHANXI.map(seeded('shanxi', 200)),
]
