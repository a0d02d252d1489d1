import type { Form } from '../form'
import { companyName, contactName, contactPhone, creditCode } from './company-fields'

const required = true
const cite = '二(九)'

/** What a voucher is redeemed with: what was settled of it, and where the money goes. */
export const redemption: Form = {
  id: 'redemption',
  annex: '山西算力券',
  title: '兑付信息',
  sections: [
    {
      id: 'company',
      fields: [
        companyName,
        creditCode,
        {
          id: 'bankName',
          label: '基本户开户行',
          hint: '钱打到基本户，写到支行，例如：中国工商银行太原某某支行。',
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
        { ...contactName, from: [{ form: 'claim', field: 'contactName' }, ...(contactName.from ?? [])] },
        { ...contactPhone, from: [{ form: 'claim', field: 'contactPhone' }, ...(contactPhone.from ?? [])] },
      ],
    },
    {
      id: 'settled',
      fields: [
        {
          id: 'settledFen',
          label: '已经结算的算力费用（万元）',
          hint: '已经开了发票、也付了钱的算力费用。',
          type: 'fen',
          required,
          from: [{ made: 'settled' }],
          cite,
        },
        {
          id: 'usage',
          label: '算力使用情况',
          hint: '什么时候用的、做了什么、效果怎么样，写几句就行。',
          type: 'long text',
          max: 500,
          required,
        },
      ],
    },
  ],
}
