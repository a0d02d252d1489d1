import type { Form } from '../form'
import {
  companyName,
  contactEmail,
  contactName,
  contactPhone,
  creditCode,
  legalName,
  legalPhone,
  sme,
  useFields,
} from './company-fields'
import { contractColumns, domesticColumn, siteColumn } from './contract-columns'

const required = true

/** 附件3 of 湘工信信息软件〔2026〕168号. */
export const application: Form = {
  id: 'application',
  annex: '附件3',
  title: '算力补贴申报表',
  sections: [
    {
      id: 'company',
      fields: [
        companyName,
        creditCode,
        sme,
        {
          id: 'bankName',
          label: '基本户开户行',
          hint: '补贴打到基本户，写到支行，例如：中国工商银行长沙某某支行。',
          type: 'text',
          max: 100,
          required,
          from: [{ company: 'bankName' }],
        },
        {
          id: 'bankAccount',
          label: '账号',
          hint: '基本户的银行账号，只填数字。',
          type: 'account',
          required,
          from: [{ company: 'bankAccount' }],
        },
        legalName,
        legalPhone,
        contactName,
        contactPhone,
        contactEmail,
      ],
    },
    { id: 'use', fields: useFields([{ form: 'filing', field: '' }]) },
    {
      id: 'contracts',
      fields: [
        {
          id: 'settledFen',
          label: '算力实际使用金额（万元）',
          hint: '已经开了发票、也付了钱的算力费用，不算单独买的带宽、安全防护和数据库。',
          type: 'fen',
          required,
          from: [{ made: 'settled' }],
          cite: '三(二)',
        },
        {
          id: 'contracts',
          label: '合同',
          hint: '这次申请补贴的合同，一份填一行。',
          type: 'rows',
          rowName: '合同',
          least: 1,
          most: 20,
          required,
          columns: [
            ...contractColumns,
            {
              id: 'providerName',
              label: '算力提供方名称',
              hint: '卖算力给您的公司的全名。',
              type: 'text',
              max: 100,
              required,
            },
            {
              id: 'providerCode',
              label: '统一社会信用代码',
              hint: '算力供给方的18位代码，发票上有。',
              type: 'credit code',
              required,
            },
            siteColumn,
            {
              id: 'viaPlatform',
              label: '是否通过平台使用算力',
              hint: '在湖南省算力调度平台上买的，选“是”。',
              type: 'yes no',
              required,
            },
            domesticColumn,
            { id: 'ratio', label: '补贴比例', hint: '最多30%。', type: 'ratio', most: 0.3, required },
          ],
          from: [{ made: 'contracts' }],
          cite: '三(二)',
        },
        {
          id: 'claimedFen',
          label: '申请算力补贴金额（万元）',
          hint: '最多是实际使用金额的30%，不超过1000万元。',
          type: 'fen',
          required,
          from: [{ made: 'ceiling' }],
          cite: '三(二)',
        },
      ],
    },
  ],
}
