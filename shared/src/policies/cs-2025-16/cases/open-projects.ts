import { wan } from '../../../money'
import type { MeasureCases } from '../../../rules'
import { eligible, noSum, open, refused, upTo } from './outcomes'

export const openProjectCases: readonly MeasureCases[] = [
  {
    measure: 'open-source-project',
    on: '2026-11-21',
    given: {
      'company.region': '430104',
      'company.activities': ['develops_open_source'],
      'openSource.shared': true,
    },
    gives: eligible(upTo(wan(100))),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(upTo(wan(100))) },
      {
        name: '同时做别的',
        change: { 'company.activities': ['develops_model', 'develops_open_source'] },
        gives: eligible(upTo(wan(100))),
      },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(100)), 'company.region') },
      { name: '只推广开源，不开发', change: { 'company.activities': ['promotes_open_source'] }, gives: refused },
      { name: '什么都不做', change: { 'company.activities': [] }, gives: refused },
      {
        name: '没说做什么',
        change: { 'company.activities': undefined },
        gives: open(upTo(wan(100)), 'company.activities'),
      },
      { name: '没有对外共享', change: { 'openSource.shared': false }, gives: refused },
      {
        name: '没说有没有对外共享',
        change: { 'openSource.shared': undefined },
        gives: open(upTo(wan(100)), 'openSource.shared'),
      },
    ],
  },
  {
    measure: 'national-challenge-winner',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'award.nationalAiChallengeWinner': true },
    gives: eligible(upTo(wan(200))),
    cases: [
      { name: '科研机构也可以', change: { 'company.kind': 'research_institute' }, gives: eligible(upTo(wan(200))) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(upTo(wan(200)), 'company.region') },
      { name: '不是优胜单位', change: { 'award.nationalAiChallengeWinner': false }, gives: refused },
      {
        name: '没说是不是优胜单位',
        change: { 'award.nationalAiChallengeWinner': undefined },
        gives: open(upTo(wan(200)), 'award.nationalAiChallengeWinner'),
      },
    ],
  },
  {
    measure: 'municipal-key-project',
    on: '2026-11-21',
    given: { 'company.region': '430104', 'company.activities': ['joint_research'] },
    gives: eligible(noSum),
    cases: [
      { name: '高校也可以', change: { 'company.kind': 'university' }, gives: eligible(noSum) },
      { name: '不在长沙', change: { 'company.region': '430211' }, gives: refused },
      { name: '没说在哪里', change: { 'company.region': undefined }, gives: open(noSum, 'company.region') },
      { name: '没有联合攻关', change: { 'company.activities': ['technology_transfer'] }, gives: refused },
      { name: '没说做什么', change: { 'company.activities': undefined }, gives: open(noSum, 'company.activities') },
    ],
  },
]
