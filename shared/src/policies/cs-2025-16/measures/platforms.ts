import { wan } from '../../../money'
import type { Measure } from '../../../rules'
import { ceiling, industryOffice, noticeOf, yearly } from './wording'

const supportPlatformOperation: Measure = {
  slug: 'support-platform-operation',
  title: '创新支撑平台运营奖励',
  clauses: ['三'],
  summary:
    '为人工智能提供数据、算法、算力、训练场景、测评或标注服务的国家级、省级平台，每年奖励不超过当年运营费用的30%，一年最高100万元。一个平台历年加起来不超过200万元。',
  audience: '在长沙建设这类平台的企业、高校、科研机构、园区等',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '三' },
    { fact: 'platform.role', oneOf: ['ai_support_platform'], cite: '三' },
    { fact: 'platform.grade', oneOf: ['national', 'provincial'], cite: '三' },
  ],
  amount: {
    basis: 'up_to',
    sum: {
      share: 0.3,
      of: 'platform.annualOperatingCostFen',
      cap: wan(100),
      lifetime: { cap: wan(200), received: 'platform.operationRewardReceivedFen' },
    },
  },
  amountNote:
    '这是一年的上限，不是承诺；以前拿过的运营奖励要从200万元里扣掉。支持重点每年选一次，实际能拿多少，看当年的实施办法和预算。',
}

const openSourceProject: Measure = {
  slug: 'open-source-project',
  title: '共享开源项目奖励',
  clauses: ['三'],
  summary: '建人工智能开源平台，或者开发预训练模型、模型智能体等，做成对外共享的开源项目，奖励最高100万元。',
  audience: '在长沙做人工智能开源项目的单位',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '三' },
    { fact: 'company.activities', hasAny: ['develops_open_source'], cite: '三' },
    { fact: 'openSource.shared', is: true, cite: '三' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(100) } },
  amountNote: ceiling,
}

const nationalChallengeWinner: Measure = {
  slug: 'national-challenge-winner',
  title: '国家人工智能揭榜挂帅优胜奖励',
  clauses: ['四'],
  summary: '在国家人工智能揭榜挂帅中成为优胜单位，奖励最高200万元。',
  audience: '获得优胜的长沙单位',
  materials: [],
  handledBy: industryOffice,
  applyAt: noticeOf(industryOffice),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '四' },
    { fact: 'award.nationalAiChallengeWinner', is: true, cite: '四' },
  ],
  amount: { basis: 'up_to', sum: { flat: wan(200) } },
  amountNote: ceiling,
}

const municipalKeyProject: Measure = {
  slug: 'municipal-key-project',
  title: '市级重大科技项目支持',
  clauses: ['五'],
  summary: '攻关人工智能关键核心技术的市“揭榜挂帅”重大科技项目和市科技重大专项，按长沙现有的政策支持。文件没有写金额。',
  audience: '在长沙攻关人工智能关键技术的项目',
  materials: [],
  handledBy: '长沙市科技局',
  applyAt: noticeOf('长沙市科技局'),
  deadline: yearly,
  criteria: [
    { fact: 'company.region', within: '4301', cite: '五' },
    { fact: 'company.activities', hasAny: ['joint_research'], cite: '五' },
  ],
  amount: { basis: 'unspecified' },
}

export const platformMeasures: readonly Measure[] = [
  supportPlatformOperation,
  openSourceProject,
  nationalChallengeWinner,
  municipalKeyProject,
]
