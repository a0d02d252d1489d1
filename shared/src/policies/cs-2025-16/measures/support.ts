import { wan } from '../../../money'
import type { Measure } from '../../../rules'
import { ceiling, industryOffice, noticeOf, yearly } from './wording'

const benchmarkScenario: Measure = {
  slug: 'benchmark-scenario',
  title: '“人工智能+”标杆场景奖励',
  clauses: ['八'],
  summary: '市里每年评选一批“人工智能+”标杆场景，看带头作用等情况分类分级奖励，最高100万元，给建设场景的单位。',
  audience: '建设的场景被评为标杆的长沙单位',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '八' },
    { fact: 'award.benchmarkScenario', is: true, cite: '八' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const financeOffices = '长沙市发展改革委、市财政局、市金融管理局'

const financeSupport: Measure = {
  slug: 'finance-support',
  title: '人工智能投资和贷款支持',
  clauses: ['九'],
  summary:
    '市级政府投资基金重点投人工智能的软硬件、关键技术和场景方案，并鼓励银行为这些方向专门安排贷款额度；符合条件的项目可以申报超长期特别国债和地方政府专项债券。文件没有写金额。',
  audience: '长沙的人工智能企业和项目',
  materials: [],
  handledBy: financeOffices,
  applyAt: noticeOf(financeOffices),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '九' },
    { fact: 'company.sectors', hasAny: ['ai'], cite: '九' },
  ],
  amount: { basis: 'unspecified' },
}

const talent: Measure = {
  slug: 'talent',
  title: '人工智能人才引进支持',
  clauses: ['十'],
  summary:
    '重点支持成果转化显著、带动产业发展的科学家和创新团队；人工智能企业可以自己推荐人选，申报长沙市高精尖缺产业人才引进工程。文件没有写金额。',
  audience: '在长沙引进人工智能人才的单位',
  materials: [],
  handledBy: '长沙市委组织部',
  applyAt: noticeOf('长沙市委组织部'),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '十' },
    { fact: 'company.activities', hasAny: ['recruits_talent'], cite: '十' },
  ],
  amount: { basis: 'unspecified' },
}

export const supportMeasures: readonly Measure[] = [benchmarkScenario, financeSupport, talent]
