import { wan, yuan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { nothing, open, undecidedWithout, upTo } from './outcomes'

const on = '2026-11-21'

/** 一(二) to 一(四): so much a rack. */
export const dataCentreCases: readonly MeasureCases[] = [
  {
    measure: 'cloud-service',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'company.activities': ['operates_compute'],
      'facility.cloudRevenueRatio': 0.2,
      'facility.racks': 1000,
    },
    gives: upTo(wan(100)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'university' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不运营算力', change: { 'company.activities': ['buys_compute'] }, gives: 'ineligible' },
      { name: '什么业务都没有', change: { 'company.activities': [] }, gives: 'ineligible' },
      { name: '云服务收入刚好15%', change: { 'facility.cloudRevenueRatio': 0.15 }, gives: upTo(wan(100)) },
      { name: '云服务收入14.99%', change: { 'facility.cloudRevenueRatio': 0.1499 }, gives: 'ineligible' },
      ...undecidedWithout('company.kind', 'company.region', 'company.activities', 'facility.cloudRevenueRatio'),
      { name: '没填机架数', change: { 'facility.racks': undefined }, gives: open(wan(300), 'facility.racks') },
      { name: '没有机架', change: { 'facility.racks': 0 }, gives: nothing },
      { name: '1个机架', change: { 'facility.racks': 1 }, gives: upTo(yuan(1000)) },
      { name: '差1个机架到300万元上限', change: { 'facility.racks': 2999 }, gives: upTo(yuan(2_999_000)) },
      { name: '刚好到300万元上限', change: { 'facility.racks': 3000 }, gives: upTo(wan(300)) },
      { name: '超过上限仍是300万元', change: { 'facility.racks': 3001 }, gives: upTo(wan(300)) },
    ],
  },
  {
    measure: 'edge-computing',
    on,
    given: {
      'company.region': '140105',
      'facility.edge': true,
      'facility.terminalsPerYear': 400_000,
      'facility.racks': 50,
    },
    gives: upTo(wan(15)),
    cases: [
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '不是边缘计算中心', change: { 'facility.edge': false }, gives: 'ineligible' },
      { name: '刚好30万个终端', change: { 'facility.terminalsPerYear': 300_000 }, gives: upTo(wan(15)) },
      { name: '差1个到30万个终端', change: { 'facility.terminalsPerYear': 299_999 }, gives: 'ineligible' },
      ...undecidedWithout('company.region', 'facility.edge', 'facility.terminalsPerYear'),
      { name: '没填机架数', change: { 'facility.racks': undefined }, gives: open(wan(30), 'facility.racks') },
      { name: '没有机架', change: { 'facility.racks': 0 }, gives: nothing },
      { name: '差1个机架到30万元上限', change: { 'facility.racks': 99 }, gives: upTo(yuan(297_000)) },
      { name: '刚好到30万元上限', change: { 'facility.racks': 100 }, gives: upTo(wan(30)) },
      { name: '超过上限仍是30万元', change: { 'facility.racks': 101 }, gives: upTo(wan(30)) },
    ],
  },
  {
    measure: 'green-data-centre',
    on,
    given: {
      'company.kind': 'enterprise',
      'company.region': '140105',
      'facility.status': 'new',
      'facility.measuredPue': 1.15,
      'facility.pueFirstQualified': true,
      'facility.racks': 2000,
    },
    gives: upTo(wan(200)),
    cases: [
      { name: '不是企业', change: { 'company.kind': 'research_institute' }, gives: 'ineligible' },
      { name: '不在山西', change: { 'company.region': '430104' }, gives: 'ineligible' },
      { name: '改造升级的数据中心', change: { 'facility.status': 'upgraded' }, gives: upTo(wan(200)) },
      { name: '原有的数据中心', change: { 'facility.status': 'existing' }, gives: 'ineligible' },
      { name: '刚好1.18，不算低于', change: { 'facility.measuredPue': 1.18 }, gives: 'ineligible' },
      { name: '1.17', change: { 'facility.measuredPue': 1.17 }, gives: upTo(wan(200)) },
      { name: '不是第一次低于1.18', change: { 'facility.pueFirstQualified': false }, gives: 'ineligible' },
      ...undecidedWithout(
        'company.kind',
        'company.region',
        'facility.status',
        'facility.measuredPue',
        'facility.pueFirstQualified',
      ),
      { name: '没填机架数', change: { 'facility.racks': undefined }, gives: open(wan(500), 'facility.racks') },
      { name: '没有机架', change: { 'facility.racks': 0 }, gives: nothing },
      { name: '差1个机架到500万元上限', change: { 'facility.racks': 4999 }, gives: upTo(yuan(4_999_000)) },
      { name: '刚好到500万元上限', change: { 'facility.racks': 5000 }, gives: upTo(wan(500)) },
      { name: '超过上限仍是500万元', change: { 'facility.racks': 5001 }, gives: upTo(wan(500)) },
    ],
  },
]
