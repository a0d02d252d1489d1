import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, open, refused, upTo } from './outcomes'

export const dataCases: readonly MeasureCases[] = [
  {
    measure: 'data-trading-platform',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'platform.role': 'data_trading' },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '协会也可以', change: { 'company.kind': 'industry_organization' }, gives: eligible(upTo(wan(100))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '是别的平台', change: { 'platform.role': 'labelling_service' }, gives: refused },
      { name: '没说是什么平台', change: { 'platform.role': undefined }, gives: open(upTo(wan(100)), 'platform.role') },
    ],
  },
  {
    measure: 'data-talent-base',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'platform.role': 'data_talent_base' },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(upTo(wan(100))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '是别的实训基地', change: { 'platform.role': 'training_base' }, gives: refused },
      { name: '没说是什么基地', change: { 'platform.role': undefined }, gives: open(upTo(wan(100)), 'platform.role') },
    ],
  },
  {
    measure: 'digital-economy-innovator',
    on: '2026-11-21',
    given: { 'company.kind': 'enterprise', 'company.region': '430104', 'award.nationalDataEnterprise': true },
    gives: eligible(upTo(wan(20))),
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives: refused },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: open(upTo(wan(20)), 'company.kind') },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(20)), 'company.region') },
      { name: '没有进国家级企业库', change: { 'award.nationalDataEnterprise': false }, gives: refused },
      {
        name: '没说进了没有',
        change: { 'award.nationalDataEnterprise': undefined },
        gives: open(upTo(wan(20)), 'award.nationalDataEnterprise'),
      },
    ],
  },
  {
    measure: 'data-pilot-case',
    on: '2026-11-21',
    given: { 'company.kind': 'enterprise', 'company.region': '430104', 'award.nationalDataCase': true },
    gives: eligible(upTo(wan(10))),
    cases: [
      { name: '科研机构', change: { 'company.kind': 'research_institute' }, gives: refused },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: open(upTo(wan(10)), 'company.kind') },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(10)), 'company.region') },
      { name: '没有评上', change: { 'award.nationalDataCase': false }, gives: refused },
      {
        name: '没说评上没有',
        change: { 'award.nationalDataCase': undefined },
        gives: open(upTo(wan(10)), 'award.nationalDataCase'),
      },
    ],
  },
]
