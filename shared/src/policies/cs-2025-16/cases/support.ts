import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, noSum, open, refused, upTo } from './outcomes'

export const supportCases: readonly MeasureCases[] = [
  {
    measure: 'benchmark-scenario',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'award.benchmarkScenario': true },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '协会也可以', change: { 'company.kind': 'industry_organization' }, gives: eligible(upTo(wan(100))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '没有评上', change: { 'award.benchmarkScenario': false }, gives: refused },
      {
        name: '没说评上没有',
        change: { 'award.benchmarkScenario': undefined },
        gives: open(upTo(wan(100)), 'award.benchmarkScenario'),
      },
    ],
  },
  {
    measure: 'finance-support',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'company.sectors': ['ai'] },
    gives: eligible(noSum),
    cases: [
      { name: '同时在别的行业', change: { 'company.sectors': ['data_labelling', 'ai'] }, gives: eligible(noSum) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(noSum, 'company.region') },
      { name: '不是人工智能行业', change: { 'company.sectors': ['advanced_computing'] }, gives: refused },
      { name: '没说是什么行业', change: { 'company.sectors': undefined }, gives: open(noSum, 'company.sectors') },
    ],
  },
  {
    measure: 'talent',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'company.activities': ['recruits_talent'] },
    gives: eligible(noSum),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(noSum) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(noSum, 'company.region') },
      { name: '不引进人才', change: { 'company.activities': ['labels_data'] }, gives: refused },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: open(noSum, 'company.activities') },
    ],
  },
]
