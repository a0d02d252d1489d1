import type { PolicyDocument } from '../../rules'
import { measures } from './measures'

export const cs202164: PolicyDocument = {
  id: 'cs-2021-64',
  title: '长沙市加快先进计算产业发展三年行动计划（2022—2024年）',
  documentNo: '长政办发〔2021〕64号',
  issuer: '长沙市人民政府办公厅',
  level: 'city',
  region: '4301',
  issuedOn: '2021-11-15',
  inForce: { from: '2022-01-01', to: '2024-12-31' },
  listing: 'history',
  summary:
    '长沙2022年到2024年发展先进计算产业的计划，只写了方向，没有写给多少钱。计划到2024年12月31日已经结束，现在不能申领。',
  clauses: [
    { clause: '一', title: '总体要求', withoutMeasure: '说明指导思想和基本原则，没有给出支持' },
    { clause: '二', title: '工作目标', withoutMeasure: '写到2024年要达到的目标，没有给出支持' },
    { clause: '三(一)', title: '先进计算产业集聚区', withoutMeasure: '安排园区建设和招商，没有给出支持' },
    { clause: '三(二)', title: '两大算力平台' },
    { clause: '三(三)', title: '三百个应用场景' },
    { clause: '三(四)', title: '四位一体产业生态' },
    { clause: '三(五)', title: '五个维度的支撑' },
    { clause: '三(六)', title: '六大产业领域', withoutMeasure: '列出重点发展的产业领域，没有给出支持' },
    { clause: '四', title: '保障措施', withoutMeasure: '规定组织领导、政策、资金和宣传，没有给出具体的支持' },
  ],
  measures,
}
