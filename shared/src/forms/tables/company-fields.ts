import type { CompanyProfile } from '../company-profile'
import type { FormField } from '../form'
import { areasOfUse, OTHER, purposes } from './options'

const company = (field: keyof CompanyProfile) => [{ company: field }] as const

const required = true

export const companyName: FormField = {
  id: 'companyName',
  label: '单位名称',
  hint: '和营业执照上的名称一个字不差。',
  type: 'text',
  max: 100,
  required,
  from: company('name'),
}

export const creditCode: FormField = {
  id: 'creditCode',
  label: '统一社会信用代码',
  hint: '营业执照上的18位代码。',
  type: 'credit code',
  required,
  from: company('creditCode'),
}

export const registeredAddress: FormField = {
  id: 'registeredAddress',
  label: '注册地址',
  hint: '营业执照上的住所。',
  type: 'text',
  max: 200,
  required,
  from: company('registeredAddress'),
}

export const registeredOn: FormField = {
  id: 'registeredOn',
  label: '注册时间',
  hint: '营业执照上的成立日期。',
  type: 'date',
  required,
  from: company('registeredOn'),
}

export const officeAddress: FormField = {
  id: 'officeAddress',
  label: '办公地址',
  hint: '现在办公的地方。',
  type: 'text',
  max: 200,
  required,
  from: [{ company: 'officeAddress' }, { company: 'registeredAddress' }],
}

export const sme: FormField = {
  id: 'sme',
  label: '是否属于中小企业',
  hint: '看员工人数和营业收入，拿不准的问市工信局。',
  type: 'yes no',
  required,
  from: [{ company: 'sme' }, { fact: 'company.sme' }],
}

export const legalName: FormField = {
  id: 'legalName',
  group: '法人代表',
  label: '姓名',
  hint: '营业执照上法定代表人的姓名。',
  type: 'text',
  max: 50,
  required,
  from: company('legalName'),
}

export const legalPhone: FormField = {
  id: 'legalPhone',
  group: '法人代表',
  label: '联系电话',
  hint: '法定代表人的手机号或者座机号。',
  type: 'phone',
  required,
  from: company('legalPhone'),
}

export const contactName: FormField = {
  id: 'contactName',
  group: '联系人',
  label: '姓名',
  hint: '有事找谁，就写谁的姓名。',
  type: 'text',
  max: 50,
  required,
  from: company('contactName'),
}

export const contactPhone: FormField = {
  id: 'contactPhone',
  group: '联系人',
  label: '联系电话',
  hint: '审核结果会发短信到这个号码。',
  type: 'phone',
  required,
  from: company('contactPhone'),
}

export const contactEmail: FormField = {
  id: 'contactEmail',
  group: '联系人',
  label: '电子邮箱',
  hint: '例如：zhangsan@qq.com。',
  type: 'email',
  required,
  from: company('contactEmail'),
}

/** 算力应用领域 and 算力用途, as 附件2 and 附件3 ask for them; the second takes over what the first said. */
export const useFields = (
  earlier: readonly { readonly form: 'filing'; readonly field: string }[],
): readonly FormField[] => {
  const said = (field: string) => earlier.map((origin) => ({ ...origin, field }))
  return [
    {
      id: 'areasOfUse',
      label: '算力应用领域（可多选）',
      hint: '买来的算力用在哪些方面，可以选几个。',
      type: 'several of',
      options: areasOfUse,
      required,
      from: said('areasOfUse'),
    },
    {
      id: 'areasOfUseOther',
      label: '其他应用领域',
      hint: '选了“其他”的，写明是什么领域。',
      type: 'text',
      max: 50,
      required,
      onlyIf: { field: 'areasOfUse', holds: OTHER },
      from: said('areasOfUseOther'),
    },
    {
      id: 'purposes',
      label: '算力用途（可多选）',
      hint: '买来的算力拿来做什么，可以选几个。',
      type: 'several of',
      options: purposes,
      required,
      from: said('purposes'),
    },
    {
      id: 'purposesOther',
      label: '其他用途',
      hint: '选了“其他”的，写明是什么用途。',
      type: 'text',
      max: 50,
      required,
      onlyIf: { field: 'purposes', holds: OTHER },
      from: said('purposesOther'),
    },
  ]
}
