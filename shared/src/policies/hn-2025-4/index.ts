import type { PolicyDocument } from '../../rules'
import { measures } from './measures'

export const hn20254: PolicyDocument = {
  id: 'hn-2025-4',
  title: '湖南省促进绿色智能计算产业高质量发展若干政策措施',
  documentNo: '湘政办发〔2025〕4号',
  issuer: '湖南省人民政府办公厅',
  level: 'province',
  region: '43',
  issuedOn: '2025-02-18',
  inForce: { from: '2025-02-18', to: '2028-02-17' },
  listing: 'open',
  summary:
    '湖南支持绿色智能计算的一揽子办法：建算力中心、搞研发、做软件和大模型、做开源、办大赛，都有补助、奖励或别的支持。同一件事不重复给，和别的政策不一样时按高的算。',
  clauses: [
    { clause: '一', title: '建算力中心，用好算力' },
    { clause: '二', title: '搞研发、定标准、申请专利' },
    { clause: '三', title: '芯片、大模型和关键软件' },
    { clause: '四', title: '省电和用绿电' },
    { clause: '五', title: '企业融资和做大' },
    { clause: '六', title: '创新平台和产业集群' },
    { clause: '七', title: '人才' },
    { clause: '八', title: '开源' },
    { clause: '九', title: '产品推广和办大赛' },
    { clause: '十', title: '基金和贷款' },
  ],
  measures,
}
