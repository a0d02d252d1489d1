import { wan } from '../../money'
import type { Measure } from '../../rules'
import { ceilingNote, handling, unstatedNote } from './handling'

/** 四、加强能源人才土地供给 */
export const supply: readonly Measure[] = [
  {
    slug: 'power-support',
    title: '数据中心用电保障',
    clauses: ['四(十五)'],
    summary:
      '保障省内数据中心的用电容量、供电设施和能耗，支持自己建可再生能源电厂自发自用、参加绿电交易。文件没有写金额。',
    audience: '在山西运营或建设数据中心的单位',
    ...handling,
    criteria: [
      { fact: 'company.region', within: '14', cite: '四(十五)' },
      {
        fact: 'company.activities',
        hasAny: ['operates_compute', 'builds_compute_facility'],
        cite: '四(十五)',
      },
    ],
    amount: { basis: 'unspecified' },
    amountNote: unstatedNote,
  },
  {
    slug: 'training-base',
    title: '算力和人工智能实训基地补贴',
    clauses: ['四(十六)'],
    summary:
      '高校依托算力和人工智能领域的国家级或省级一流专业，建成教学实践培训基地的，从中择优给一次性补贴，最高200万元。',
    audience: '建成教学实践培训基地的山西高校',
    ...handling,
    criteria: [
      { fact: 'company.kind', oneOf: ['university'], cite: '四(十六)' },
      { fact: 'company.region', within: '14', cite: '四(十六)' },
      { fact: 'platform.role', oneOf: ['training_base'], cite: '四(十六)' },
    ],
    amount: { basis: 'up_to', sum: { flat: wan(200) } },
    amountNote: `建成了也不一定给，要择优评选。${ceilingNote}`,
  },
  {
    slug: 'land-support',
    title: '算力项目用地保障',
    clauses: ['四(十七)'],
    summary:
      '重点算力设施和算力产业项目的用地，鼓励有关的市开绿色通道、快审快批，也可以给土地出让金优惠。文件没有写金额。',
    audience: '在山西建设算力设施的单位',
    ...handling,
    criteria: [
      { fact: 'company.region', within: '14', cite: '四(十七)' },
      { fact: 'company.activities', hasAny: ['builds_compute_facility'], cite: '四(十七)' },
    ],
    amount: { basis: 'unspecified' },
    amountNote: `${unstatedNote}出让底价不会低于实际成本。`,
  },
]
