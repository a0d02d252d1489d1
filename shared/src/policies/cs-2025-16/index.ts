import type { PolicyDocument } from '../../rules'
import { measures } from './measures'

export const cs202516: PolicyDocument = {
  id: 'cs-2025-16',
  title: '长沙市加快人工智能产业高质量发展若干政策',
  documentNo: '长政办发〔2025〕16号',
  issuer: '长沙市人民政府办公室',
  level: 'city',
  region: '4301',
  issuedOn: '2025-12-19',
  inForce: { from: '2025-12-19', to: '2028-12-18' },
  listing: 'open',
  summary:
    '长沙对人工智能的产品、大模型、平台、数据、场景、资金和人才给支持，奖励最高10万元到200万元不等。支持重点每年选一次；同一企业的同一项目，同类补助不能重复拿，几项都符合的按高的给。',
  clauses: [
    { clause: '一', title: '智能硬件和人工智能软件' },
    { clause: '二', title: '垂类大模型和工业智能体' },
    { clause: '三', title: '创新平台和开源项目' },
    { clause: '四', title: '国家揭榜挂帅' },
    { clause: '五', title: '市级重大科技项目' },
    { clause: '六', title: '数据标注' },
    { clause: '七', title: '数据平台、人才基地、企业和案例' },
    { clause: '八', title: '标杆场景' },
    { clause: '九', title: '投资、贷款和债券' },
    { clause: '十', title: '人才' },
  ],
  measures,
}
