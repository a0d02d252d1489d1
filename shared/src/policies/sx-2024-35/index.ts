import type { PolicyDocument } from '../../rules'
import { measures } from './measures'

export const sx202435: PolicyDocument = {
  id: 'sx-2024-35',
  title: '山西省促进先进算力与人工智能融合发展的若干措施',
  documentNo: '晋政办发〔2024〕35号',
  issuer: '山西省人民政府办公厅',
  level: 'province',
  region: '14',
  issuedOn: '2024-06-25',
  inForce: { from: '2024-07-01', to: '2026-12-31' },
  listing: 'open',
  summary:
    '山西支持建算力、用算力、做大模型的17条措施，用山西算力的单位不管在哪个省都可以申领算力券。同一件事已经拿过其他省级财政资金的，不再重复支持。',
  clauses: [
    { clause: '一(一)', title: '智算中心建设' },
    { clause: '一(二)', title: '云服务' },
    { clause: '一(三)', title: '边缘算力' },
    { clause: '一(四)', title: '绿色数据中心' },
    { clause: '一(五)', title: '算力调度和监测平台' },
    { clause: '一(六)', title: '国产化数据中心和安全测试' },
    { clause: '一(七)', title: '按战略性新兴产业支持' },
    { clause: '一(八)', title: '算力产业链和标杆项目' },
    { clause: '二(九)', title: '算力券' },
    { clause: '二(十)', title: '向省外提供算力' },
    { clause: '二(十一)', title: '行业算力应用' },
    { clause: '三(十二)', title: '大模型技术攻关' },
    { clause: '三(十三)', title: '大模型产业化应用' },
    { clause: '三(十四)', title: '人工智能企业' },
    { clause: '四(十五)', title: '电力保障' },
    { clause: '四(十六)', title: '人才' },
    { clause: '四(十七)', title: '土地' },
    {
      clause: '五',
      title: '保障措施',
      withoutMeasure: '规定由谁落实、同一件事不重复支持和宣传活动，没有另外给出支持',
    },
  ],
  measures,
}
