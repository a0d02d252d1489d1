import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { asked, eligible, nothing, undetermined, upTo, withoutSum } from './outcome'

export const productCases: readonly MeasureCases[] = [
  {
    measure: 'key-software-project',
    on: asked,
    given: {
      'company.region': '430104',
      'company.activities': ['key_software_rd'],
      'project.rdInvestmentFen': wan(500),
    },
    gives: upTo(wan(150)),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: upTo(wan(150)) },
      { name: '差一分到200万元上限', change: { 'project.rdInvestmentFen': 666_666_666 }, gives: upTo(wan(200) - 1) },
      { name: '刚好到200万元上限', change: { 'project.rdInvestmentFen': 666_666_667 }, gives: upTo(wan(200)) },
      { name: '超过上限仍是200万元', change: { 'project.rdInvestmentFen': wan(2000) }, gives: upTo(wan(200)) },
      {
        name: '没填研发投入',
        change: { 'project.rdInvestmentFen': undefined },
        gives: eligible(0, wan(200), 'project.rdInvestmentFen'),
      },
      { name: '研发投入0元', change: { 'project.rdInvestmentFen': 0 }, gives: nothing },
      { name: '没有关键软件项目', change: { 'company.activities': ['develops_model'] }, gives: 'ineligible' },
      {
        name: '没说做什么',
        change: { 'company.activities': undefined },
        gives: { ...undetermined('company.activities'), minFen: 0, maxFen: wan(150) },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'core-devices',
    on: asked,
    given: { 'company.region': '430104', 'company.activities': ['joint_research'] },
    gives: withoutSum,
    cases: [
      { name: '没有联合攻关', change: { 'company.activities': ['key_software_rd'] }, gives: 'ineligible' },
      {
        name: '没说做什么',
        change: { 'company.activities': undefined },
        gives: { ...undetermined('company.activities'), minFen: null, maxFen: null },
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'large-model-research',
    on: asked,
    given: { 'company.region': '430104', 'company.activities': ['develops_model'] },
    gives: withoutSum,
    cases: [
      { name: '科研院所也可以', change: { 'company.kind': 'research_institute' }, gives: withoutSum },
      { name: '不做大模型', change: { 'company.activities': [] }, gives: 'ineligible' },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: undetermined('company.activities') },
      { name: '不在湖南', change: { 'company.region': '440305' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
  {
    measure: 'first-of-kind',
    on: asked,
    given: { 'company.region': '430104', 'product.firstOfKind': true },
    gives: withoutSum,
    cases: [
      { name: '不是“五首”产品', change: { 'product.firstOfKind': false }, gives: 'ineligible' },
      {
        name: '不知道是不是“五首”产品',
        change: { 'product.firstOfKind': undefined },
        gives: undetermined('product.firstOfKind'),
      },
      {
        name: '说不清楚是不是“五首”产品',
        change: { 'product.firstOfKind': null },
        gives: undetermined('product.firstOfKind'),
      },
      { name: '不在湖南', change: { 'company.region': '140105' }, gives: 'ineligible' },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: undetermined('company.region') },
    ],
  },
]
