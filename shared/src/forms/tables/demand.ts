import type { Form, FormField } from '../form'
import {
  companyName,
  contactName,
  contactPhone,
  creditCode,
  legalName,
  legalPhone,
  officeAddress,
  registeredAddress,
  registeredOn,
  sme,
} from './company-fields'
import { identityKinds, sexes } from './options'

const required = true

/** 性别, 证件, 职务 of a person: 附件1 prints them for both in the same way. */
const personFields = (who: 'legal' | 'contact', group: string): readonly FormField[] => [
  {
    id: `${who}Sex`,
    group,
    label: '性别',
    hint: '选一个。',
    type: 'one of',
    options: sexes,
    required,
    from: [{ company: `${who}Sex` }],
  },
  {
    id: `${who}IdKind`,
    group,
    label: '证件种类',
    hint: '一般选身份证。',
    type: 'one of',
    options: identityKinds,
    required,
    from: [{ company: `${who}IdKind` }],
  },
  {
    id: `${who}IdNumber`,
    group,
    label: '证件号',
    hint: '照证件上的号码填，身份证是18位。',
    type: 'identity number',
    kindField: `${who}IdKind`,
    required,
    from: [{ company: `${who}IdNumber` }],
  },
  {
    id: `${who}Position`,
    group,
    label: '职务',
    hint: '例如：总经理、财务主管。',
    type: 'text',
    max: 50,
    required,
    from: [{ company: `${who}Position` }],
  },
]

/** In 附件1 a person's number is printed as 电话. */
const asPrinted = (field: FormField): FormField => ({ ...field, label: '电话' })

/** 附件1 of 湘工信信息软件〔2026〕168号. */
export const demand: Form = {
  id: 'demand',
  annex: '附件1',
  title: '算力补贴需求申请表',
  sections: [
    {
      id: 'basics',
      title: '1、基本情况',
      fields: [
        companyName,
        creditCode,
        registeredAddress,
        registeredOn,
        officeAddress,
        legalName,
        ...personFields('legal', '法人代表'),
        asPrinted(legalPhone),
        contactName,
        ...personFields('contact', '联系人'),
        asPrinted(contactPhone),
        {
          id: 'revenueLastYearFen',
          label: '上年营业收入（万元）',
          hint: '看去年利润表上的“营业收入”。',
          type: 'fen',
          required,
          from: [{ company: 'revenueLastYearFen' }, { fact: 'finance.revenueLastYearFen' }],
        },
        {
          id: 'revenueThisYearFen',
          label: '本年营业收入（万元，截止申报当月）',
          hint: '今年1月到这个月的营业收入合计。',
          type: 'fen',
          required,
          from: [{ company: 'revenueThisYearFen' }],
        },
        {
          id: 'shareholders',
          label: '主要股东（按股权比例列出前三名）及所占股权比例',
          hint: '按股份从多到少写，最多三个。',
          type: 'rows',
          rowName: '股东',
          least: 1,
          most: 3,
          required,
          columns: [
            { id: 'name', label: '股东名称', hint: '公司或者个人的全名。', type: 'text', max: 100, required },
            { id: 'share', label: '所占股权比例（%）', hint: '例如：60。', type: 'ratio', required },
          ],
          from: [{ company: 'shareholders' }],
        },
        sme,
        {
          id: 'businessScope',
          label: '经营范围',
          hint: '照营业执照上的写。',
          type: 'long text',
          max: 2000,
          required,
          from: [{ company: 'businessScope' }],
        },
      ],
    },
    {
      id: 'introduction',
      title: '2、单位简介（限300字以内）',
      fields: [
        {
          id: 'introduction',
          label: '单位简介',
          hint: '公司什么时候成立、做什么、做得怎么样、有什么特长、以后的打算，300字以内。',
          type: 'long text',
          max: 300,
          required,
          from: [{ company: 'introduction' }],
        },
      ],
    },
    {
      id: 'claim',
      title: '3、算力券申领信息',
      fields: [
        {
          id: 'claimedFen',
          label: '申领算力补贴额度（万元）',
          hint: '想申请多少补贴，最多是算力费用的30%，不超过1000万元。',
          type: 'fen',
          required,
          from: [{ made: 'ceiling' }],
          cite: '三(二)',
        },
        {
          id: 'computeKind',
          label: '算力使用类型',
          hint: '国产还是非国产，用多少算力，用多长时间。',
          type: 'long text',
          max: 200,
          required,
          from: [{ made: 'compute kind' }],
        },
        {
          id: 'lastYearComputeFen',
          label: '上年度实际发生的算力支出（万元）',
          // What the matcher asks may be this year's sum: nobody should send that in as last year's.
          hint: '去年一年买算力实际花的钱，没有就填0。',
          type: 'fen',
          required,
        },
        {
          id: 'providers',
          label: '算力供给方名称',
          hint: '卖算力给您的公司，有几家就都写上。',
          type: 'long text',
          max: 300,
          required,
          from: [{ made: 'providers' }],
        },
        {
          id: 'servicePurpose',
          label: '算力服务用途',
          hint: '买来的算力做什么用，例如：训练客服大模型。',
          type: 'long text',
          max: 300,
          required,
        },
      ],
    },
  ],
}
