import type { PolicyDocument } from '../../rules'
import { measures } from './measures'

export const hn2026168: PolicyDocument = {
  id: 'hn-2026-168',
  title: '湖南省算力券补贴政策实施细则',
  documentNo: '湘工信信息软件〔2026〕168号',
  issuer: '湖南省工业和信息化厅',
  level: 'province',
  region: '43',
  issuedOn: '2026-05-06',
  inForce: { from: '2026-05-06', to: '2029-05-05' },
  serviceWindow: { from: '2025-10-27', to: '2028-10-26' },
  listing: 'open',
  summary:
    '湖南的企业向登记过的算力供给方购买算力，可以申请补贴：最多为实际结算金额的30%，一家最多1000万元，每年集中评审一次。',
  clauses: [
    { clause: '一', title: '总则', withoutMeasure: '说明依据、定义和目标，没有给出支持' },
    { clause: '二(一)', title: '算力需求方所需条件' },
    { clause: '二(二)', title: '算力供给方所需条件' },
    { clause: '二(三)', title: '算力供给方管理', withoutMeasure: '规定供给方名录怎么管理，没有给出支持' },
    { clause: '三', title: '补贴范围及标准' },
    { clause: '四', title: '申请、使用及兑付流程', withoutMeasure: '规定办理流程，备案提醒和材料写在算力券这一项里' },
    { clause: '五', title: '监督管理', withoutMeasure: '规定核查和追回，没有给出支持' },
    { clause: '六', title: '附则', withoutMeasure: '规定施行时间和调整，没有给出支持' },
  ],
  measures,
}
