import { z } from 'zod'

export const Role = z.enum(['city_industry', 'city_finance', 'province', 'expert', 'payment', 'supervision', 'shanxi'])
export type Role = z.infer<typeof Role>

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  city_industry: '市工业和信息化局',
  city_finance: '市财政局',
  province: '省工业和信息化厅',
  expert: '评审专家',
  payment: '财政拨付',
  supervision: '监督检查',
  shanxi: '山西算力平台',
}

export const ROLE_TASKS: Readonly<Record<Role, string>> = {
  city_industry: '企业注册初审、备案受理、申报初审和推荐',
  city_finance: '申报初审和推荐',
  province: '企业注册复审、组织评审、复核、排序、公示',
  expert: '给申报项目打分',
  payment: '公示无异议后拨付，收回追缴的资金',
  supervision: '受理异议，要求说明，追回资金',
  shanxi: '山西的企业注册，算力券发放和兑付',
}
