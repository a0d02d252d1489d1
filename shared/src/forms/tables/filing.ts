import type { Form } from '../form'
import {
  companyName,
  contactEmail,
  contactName,
  contactPhone,
  creditCode,
  legalName,
  legalPhone,
  officeAddress,
  registeredAddress,
  registeredOn,
  sme,
  useFields,
} from './company-fields'
import { contractColumns, domesticColumn, siteColumn } from './contract-columns'

const required = true

/** 附件2 of 湘工信信息软件〔2026〕168号. */
export const filing: Form = {
  id: 'filing',
  annex: '附件2',
  title: '算力使用备案表',
  sections: [
    {
      id: 'company',
      fields: [
        companyName,
        creditCode,
        registeredAddress,
        registeredOn,
        sme,
        officeAddress,
        legalName,
        legalPhone,
        contactName,
        contactPhone,
        contactEmail,
      ],
    },
    { id: 'use', fields: useFields([]) },
    {
      id: 'contracts',
      fields: [
        {
          id: 'plannedFen',
          label: '拟采购算力金额（万元）',
          hint: '打算一共买多少钱的算力。',
          type: 'fen',
          required,
          from: [{ made: 'contract total' }],
        },
        {
          id: 'contracts',
          label: '合同',
          hint: '这次备案的合同，一份填一行。',
          type: 'rows',
          rowName: '合同',
          least: 1,
          most: 20,
          required,
          columns: [
            ...contractColumns,
            {
              id: 'providerName',
              label: '算力（服务）提供方名称',
              hint: '卖算力给您的公司的全名。',
              type: 'text',
              max: 100,
              required,
            },
            { ...domesticColumn, label: '使用算力及算力（模型）服务类型' },
            {
              id: 'chip',
              label: '芯片型号',
              hint: '例如：昇腾910B。不知道的问算力供给方。',
              type: 'text',
              max: 100,
              required,
            },
            siteColumn,
          ],
          from: [{ made: 'contracts' }],
          cite: '四3',
        },
      ],
    },
  ],
}
