import type { FormColumn } from '../form'
import { domesticKinds } from './options'

const required = true

export const contractColumns: readonly FormColumn[] = [
  { id: 'number', label: '合同编号', hint: '合同封面上的编号，没有就写“无”。', type: 'text', max: 80, required },
  { id: 'title', label: '合同名称', hint: '照合同封面写。', type: 'text', max: 150, required },
  { id: 'totalFen', label: '合同金额（万元）', hint: '合同上写的总金额。', type: 'fen', required },
]

export const siteColumn: FormColumn = {
  id: 'site',
  label: '算力中心地址',
  hint: '机房在哪里，合同上没写的问算力供给方。',
  type: 'text',
  max: 200,
  required,
}

export const domesticColumn: FormColumn = {
  id: 'domestic',
  label: '使用算力类型',
  hint: '用的是国产芯片还是国外芯片，拿不准的问算力供给方。',
  type: 'one of',
  options: domesticKinds,
  required,
}
