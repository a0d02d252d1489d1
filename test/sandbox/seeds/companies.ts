import { creditCodeOf } from './codes'
import { PROVIDERS, UNREGISTERED } from './providers'

/** What the company registry knows. Every company here is fictitious. */
export interface SeedCompany {
  readonly creditCode: string
  readonly name: string
  readonly region: string
  readonly registeredOn: string
  readonly legalRepresentative: string
  readonly businessScope: string
  readonly status: '存续' | '注销' | '吊销'
  readonly insuredStaff: number
}

const AI = '人工智能应用软件开发；人工智能基础软件开发；软件开发；信息系统集成服务'
const MAKING = '通用设备制造；工业机器人制造；软件开发'
const CLOUD = '互联网数据服务；云计算装备技术服务；计算机系统服务'

const rows: readonly (readonly [string, string, string, string, string, SeedCompany['status'], number])[] = [
  ['长沙测试智绘科技有限公司', '430104', '2019-03-12', '测试甲', AI, '存续', 46],
  ['长沙示例岳麓视觉技术有限公司', '430104', '2020-07-01', '测试乙', AI, '存续', 83],
  ['株洲测试轨道智能有限公司', '430211', '2016-05-20', '测试丙', MAKING, '存续', 210],
  ['湘潭示例工业视觉有限公司', '430304', '2021-09-09', '测试丁', AI, '存续', 28],
  ['衡阳测试医影科技有限公司', '430408', '2018-11-30', '测试戊', AI, '存续', 64],
  ['岳阳示例智慧农业有限公司', '430602', '2022-02-22', '测试己', AI, '存续', 19],
  ['常德测试制造有限公司', '430702', '2010-04-18', '测试庚', MAKING, '存续', 340],
  ['郴州示例语音技术有限公司', '431081', '2023-06-06', '测试辛', AI, '存续', 12],
  ['长沙测试已注销科技有限公司', '430104', '2015-01-15', '测试壬', AI, '注销', 0],
  ['太原测试智能科技有限公司', '140105', '2019-08-08', '测试癸', AI, '存续', 57],
  ['大同示例数智有限公司', '140213', '2021-03-21', '测试子', AI, '存续', 33],
]

const buyers = rows.map(
  ([name, region, registeredOn, legalRepresentative, businessScope, status, insuredStaff], index): SeedCompany => ({
    creditCode: creditCodeOf('91', region, 500 + index),
    name,
    region,
    registeredOn,
    legalRepresentative,
    businessScope,
    status,
    insuredStaff,
  }),
)

const sellers = [...PROVIDERS, ...UNREGISTERED].map(
  ({ creditCode, name, region }, index): SeedCompany => ({
    creditCode,
    name,
    region,
    registeredOn: '2020-01-02',
    legalRepresentative: `测试供方${index + 1}`,
    businessScope: CLOUD,
    status: '存续',
    insuredStaff: 40 + index,
  }),
)

export const COMPANIES: readonly SeedCompany[] = [...buyers, ...sellers]
