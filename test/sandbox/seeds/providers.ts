import { yuan } from '@suanhui/shared/money'
import { creditCodeOf } from './codes'

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
  readonly chips: readonly { readonly name: string; readonly domestic: boolean; readonly cards: number }[]
  readonly prices: readonly { readonly item: string; readonly unit: string; readonly fen: number }[]
  /** Share of the time it was up, and hours to answer, as supervised by the platform. */
  readonly quality: { readonly availability: number; readonly answerHours: number; readonly score: number }
}

type Chip = SeedProvider['chips'][number]
const chip = (name: string, domestic: boolean, cards: number): Chip => ({ name, domestic, cards })

const ASCEND = (cards: number): Chip => chip('昇腾910B', true, cards)
const HYGON = (cards: number): Chip => chip('海光DCU K100', true, cards)
const CAMBRICON = (cards: number): Chip => chip('寒武纪MLU370', true, cards)
const KUNLUN = (cards: number): Chip => chip('昆仑芯P800', true, cards)
const MOORE = (cards: number): Chip => chip('摩尔线程S4000', true, cards)
const A800 = (cards: number): Chip => chip('NVIDIA A800', false, cards)
const H20 = (cards: number): Chip => chip('NVIDIA H20', false, cards)
const L40 = (cards: number): Chip => chip('NVIDIA L40', false, cards)

interface Row {
  readonly name: string
  readonly region: string
  readonly site: string
  readonly from: string
  readonly to?: string
  readonly chips: readonly Chip[]
  /** 元 per card and hour. */
  readonly price: number
  readonly quality: readonly [availability: number, answerHours: number, score: number]
}

const HUNAN: readonly Row[] = [
  {
    name: '长沙测试星河算力有限公司',
    region: '430104',
    site: '长沙市岳麓区测试路1号',
    from: '2025-10-27',
    chips: [ASCEND(2048)],
    price: 9.8,
    quality: [0.9995, 2, 96],
  },
  {
    name: '长沙示例湘江智算中心有限公司',
    region: '430112',
    site: '长沙市望城区示例大道8号',
    from: '2025-10-27',
    chips: [ASCEND(1024), A800(256)],
    price: 12.5,
    quality: [0.999, 4, 93],
  },
  {
    name: '株洲测试轨道云计算有限公司',
    region: '430211',
    site: '株洲市天元区测试路12号',
    from: '2025-11-03',
    chips: [HYGON(512)],
    price: 7.2,
    quality: [0.998, 6, 90],
  },
  {
    name: '湘潭示例数据服务有限公司',
    region: '430304',
    site: '湘潭市岳塘区示例路3号',
    from: '2025-11-10',
    chips: [CAMBRICON(384)],
    price: 6.9,
    quality: [0.997, 8, 86],
  },
  {
    name: '衡阳测试雁城智算有限公司',
    region: '430408',
    site: '衡阳市蒸湘区测试街20号',
    from: '2025-11-18',
    chips: [KUNLUN(640)],
    price: 8.4,
    quality: [0.9985, 4, 91],
  },
  {
    name: '岳阳示例洞庭算力有限公司',
    region: '430602',
    site: '岳阳市岳阳楼区示例路66号',
    from: '2025-12-01',
    chips: [ASCEND(768), HYGON(128)],
    price: 8.9,
    quality: [0.999, 3, 94],
  },
  {
    name: '常德测试沅水云有限公司',
    region: '430702',
    site: '常德市武陵区测试路5号',
    from: '2025-12-08',
    chips: [L40(320)],
    price: 10.6,
    quality: [0.997, 6, 87],
  },
  {
    name: '张家界示例智算服务有限公司',
    region: '430802',
    site: '张家界市永定区示例路2号',
    from: '2025-12-15',
    chips: [MOORE(256)],
    price: 5.8,
    quality: [0.995, 12, 80],
  },
  {
    name: '益阳测试资水数据有限公司',
    region: '430903',
    site: '益阳市赫山区测试路18号',
    from: '2026-01-05',
    chips: [HYGON(448)],
    price: 7.0,
    quality: [0.998, 5, 88],
  },
  {
    name: '郴州示例东江湖大数据有限公司',
    region: '431081',
    site: '郴州市资兴市示例路1号',
    from: '2025-10-27',
    chips: [ASCEND(1536), H20(128)],
    price: 11.2,
    quality: [0.9998, 1, 98],
  },
  {
    name: '永州测试潇湘算力有限公司',
    region: '431103',
    site: '永州市冷水滩区测试路9号',
    from: '2026-01-12',
    chips: [CAMBRICON(256)],
    price: 6.4,
    quality: [0.996, 10, 83],
  },
  {
    name: '怀化示例五溪智算有限公司',
    region: '431202',
    site: '怀化市鹤城区示例路31号',
    from: '2026-01-19',
    chips: [ASCEND(512)],
    price: 8.8,
    quality: [0.998, 4, 90],
  },
  {
    name: '娄底测试涟水云计算有限公司',
    region: '431302',
    site: '娄底市娄星区测试路4号',
    from: '2026-02-02',
    chips: [KUNLUN(320)],
    price: 7.9,
    quality: [0.997, 7, 85],
  },
  {
    name: '湘西示例武陵数据有限公司',
    region: '433101',
    site: '吉首市示例路10号',
    from: '2026-02-09',
    chips: [MOORE(192)],
    price: 5.5,
    quality: [0.994, 16, 78],
  },
  {
    name: '长沙测试麓山模型服务有限公司',
    region: '430104',
    site: '长沙市岳麓区测试路88号',
    from: '2025-11-24',
    chips: [ASCEND(896)],
    price: 10.1,
    quality: [0.9992, 2, 95],
  },
  {
    name: '长沙示例浏阳河智算有限公司',
    region: '430105',
    site: '长沙市开福区示例路7号',
    from: '2025-12-22',
    chips: [A800(512)],
    price: 15.8,
    quality: [0.999, 3, 92],
  },
  {
    name: '长沙测试橘洲云有限公司',
    region: '430103',
    site: '长沙市天心区测试路15号',
    from: '2025-10-27',
    to: '2026-06-30',
    chips: [HYGON(256)],
    price: 7.4,
    quality: [0.988, 24, 61],
  },
  {
    name: '株洲示例渌水算力有限公司',
    region: '430281',
    site: '醴陵市示例路6号',
    from: '2025-11-03',
    to: '2026-03-31',
    chips: [L40(128)],
    price: 9.2,
    quality: [0.981, 36, 55],
  },
  {
    name: '湘潭测试韶峰数据有限公司',
    region: '430382',
    site: '韶山市测试路2号',
    from: '2025-12-01',
    to: '2026-09-30',
    chips: [CAMBRICON(128)],
    price: 6.6,
    quality: [0.985, 30, 58],
  },
  {
    name: '长沙测试国产算力适配研究院',
    region: '430104',
    site: '长沙市岳麓区测试路100号',
    from: '2025-10-27',
    chips: [ASCEND(256), HYGON(256), CAMBRICON(128)],
    price: 8.0,
    quality: [0.9988, 3, 93],
  },
  {
    name: '衡阳示例南岳云计算有限公司',
    region: '430412',
    site: '衡阳市南岳区示例路11号',
    from: '2026-03-02',
    chips: [H20(256)],
    price: 13.9,
    quality: [0.998, 5, 89],
  },
  {
    name: '岳阳测试汨罗江智算有限公司',
    region: '430681',
    site: '汨罗市测试路21号',
    from: '2026-04-13',
    chips: [ASCEND(384)],
    price: 9.1,
    quality: [0.997, 6, 87],
  },
]

const SHANXI: readonly Row[] = [
  {
    name: '太原测试汾河智算有限公司',
    region: '140105',
    site: '太原市小店区测试路1号',
    from: '2024-11-01',
    chips: [ASCEND(1024)],
    price: 9.5,
    quality: [0.9992, 2, 95],
  },
  {
    name: '太原示例晋阳云计算有限公司',
    region: '140110',
    site: '太原市晋源区示例路6号',
    from: '2024-11-01',
    chips: [A800(512), HYGON(256)],
    price: 13.2,
    quality: [0.999, 3, 93],
  },
  {
    name: '大同测试云冈算力有限公司',
    region: '140214',
    site: '大同市云冈区测试路9号',
    from: '2024-12-02',
    chips: [ASCEND(2048)],
    price: 8.2,
    quality: [0.9996, 2, 97],
  },
  {
    name: '大同示例平城数据有限公司',
    region: '140213',
    site: '大同市平城区示例路3号',
    from: '2024-12-16',
    chips: [H20(384)],
    price: 12.8,
    quality: [0.998, 4, 90],
  },
  {
    name: '阳泉测试桃河智算有限公司',
    region: '140302',
    site: '阳泉市城区测试路5号',
    from: '2025-01-06',
    chips: [KUNLUN(768)],
    price: 7.6,
    quality: [0.9985, 4, 92],
  },
  {
    name: '长治示例上党云有限公司',
    region: '140403',
    site: '长治市潞州区示例路12号',
    from: '2025-02-10',
    chips: [HYGON(384)],
    price: 6.8,
    quality: [0.997, 7, 86],
  },
  {
    name: '晋城测试丹河数据有限公司',
    region: '140502',
    site: '晋城市城区测试路8号',
    from: '2025-03-03',
    chips: [CAMBRICON(256)],
    price: 6.2,
    quality: [0.996, 9, 84],
  },
  {
    name: '晋中示例榆次智算有限公司',
    region: '140702',
    site: '晋中市榆次区示例路17号',
    from: '2025-03-17',
    chips: [ASCEND(640)],
    price: 8.7,
    quality: [0.998, 5, 90],
  },
  {
    name: '运城测试盐湖算力有限公司',
    region: '140802',
    site: '运城市盐湖区测试路2号',
    from: '2025-04-07',
    chips: [MOORE(256)],
    price: 5.6,
    quality: [0.995, 11, 81],
  },
  {
    name: '忻州示例雁门数据有限公司',
    region: '140902',
    site: '忻州市忻府区示例路4号',
    from: '2025-05-12',
    to: '2026-02-28',
    chips: [L40(192)],
    price: 9.0,
    quality: [0.982, 32, 57],
  },
  {
    name: '临汾测试尧都云计算有限公司',
    region: '141002',
    site: '临汾市尧都区测试路7号',
    from: '2025-06-09',
    chips: [ASCEND(448)],
    price: 8.5,
    quality: [0.997, 6, 88],
  },
  {
    name: '吕梁示例离石智算有限公司',
    region: '141102',
    site: '吕梁市离石区示例路9号',
    from: '2025-07-01',
    chips: [HYGON(512)],
    price: 6.9,
    quality: [0.998, 5, 89],
  },
  {
    name: '朔州测试右玉绿色算力有限公司',
    region: '140623',
    site: '朔州市右玉县测试路1号',
    from: '2025-08-04',
    chips: [ASCEND(1280)],
    price: 7.8,
    quality: [0.999, 3, 94],
  },
]

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
  (row: Row, index: number): SeedProvider => ({
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
