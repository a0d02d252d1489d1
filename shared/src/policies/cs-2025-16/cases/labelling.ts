import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, noSum, open, refused, upTo } from './outcomes'

export const labellingCases: readonly MeasureCases[] = [
  {
    measure: 'labelling-cluster',
    on: '2026-11-21',
    given: {
      'company.kind': 'government_body',
      'company.region': '430104',
      'labelling.clusterOutstanding': true,
    },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '企业', change: { 'company.kind': 'enterprise' }, gives: refused },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: open(upTo(wan(100)), 'company.kind') },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '成效不突出', change: { 'labelling.clusterOutstanding': false }, gives: refused },
      {
        name: '没说成效怎样',
        change: { 'labelling.clusterOutstanding': undefined },
        gives: open(upTo(wan(100)), 'labelling.clusterOutstanding'),
      },
    ],
  },
  {
    measure: 'labelling-platform',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'platform.role': 'labelling_service' },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '科研机构也可以', change: { 'company.kind': 'research_institute' }, gives: eligible(upTo(wan(100))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '是别的平台', change: { 'platform.role': 'ai_support_platform' }, gives: refused },
      { name: '没说是什么平台', change: { 'platform.role': undefined }, gives: open(upTo(wan(100)), 'platform.role') },
    ],
  },
  {
    measure: 'labelling-enterprise',
    on: '2026-11-21',
    given: { 'company.kind': 'enterprise', 'company.region': '430104', 'company.activities': ['labels_data'] },
    gives: eligible(noSum),
    cases: [
      { name: '高校', change: { 'company.kind': 'university' }, gives: refused },
      { name: '没说是什么单位', change: { 'company.kind': undefined }, gives: open(noSum, 'company.kind') },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(noSum, 'company.region') },
      { name: '不做数据标注', change: { 'company.activities': ['develops_model'] }, gives: refused },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: open(noSum, 'company.activities') },
    ],
  },
]
