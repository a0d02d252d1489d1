import type { Form } from '../form'
import { companyName, contactName, contactPhone, creditCode } from './company-fields'
import { contractColumns, siteColumn } from './contract-columns'
import { applicantKinds } from './options'

const required = true
const cite = '二(九)'

/**
 * What 晋政办发〔2024〕35号 makes the voucher depend on: who claims, the contract's sum, and which of the two rates it is.
 * The document prints no table of its own.
 */
export const claim: Form = {
  id: 'claim',
  annex: '山西算力券',
  title: '申领信息',
  sections: [
    {
      id: 'company',
      fields: [
        companyName,
        creditCode,
        {
          id: 'applicantKind',
          label: '单位类型',
          hint: '企业、高校、科研机构可以申领，在哪个省都可以。',
          type: 'one of',
          options: applicantKinds,
          required,
          from: [{ fact: 'company.kind' }],
          cite,
        },
        contactName,
        contactPhone,
      ],
    },
    {
      id: 'contracts',
      fields: [
        {
          id: 'contracts',
          label: '合同',
          hint: '用山西算力的服务合同，一份填一行。',
          type: 'rows',
          rowName: '合同',
          least: 1,
          most: 20,
          required,
          columns: [
            ...contractColumns,
            {
              id: 'providerName',
              label: '算力服务方名称',
              hint: '卖算力给您的公司的全名。',
              type: 'text',
              max: 100,
              required,
            },
            { ...siteColumn, hint: '机房在山西哪里，合同上没写的问算力服务方。' },
          ],
          from: [{ made: 'contracts' }],
          cite,
        },
        {
          id: 'servicePurpose',
          label: '算力用途',
          hint: '买来的算力做什么用，例如：训练客服大模型。',
          type: 'long text',
          max: 300,
          required,
        },
        {
          id: 'leadsNationalProject',
          label: '是否牵头参与国家级重大项目',
          hint: '是的，按合同金额的30%给券。',
          type: 'yes no',
          required,
          from: [{ fact: 'compute.leadsNationalProject' }],
          cite,
        },
        {
          id: 'developsLargeModel',
          label: '是否开展大模型研发',
          hint: '是的，按合同金额的30%给券。',
          type: 'yes no',
          required,
          from: [{ fact: 'compute.developsLargeModel' }],
          cite,
        },
        {
          id: 'otherProvincialFunds',
          label: '这件事有没有拿过其他省级财政资金',
          hint: '拿过的不能再申领。',
          type: 'yes no',
          required,
          cite: '五',
        },
        {
          id: 'claimedFen',
          label: '申领金额（万元）',
          hint: '合同金额的20%，总额最多100万元；牵头国家级重大项目或者研发大模型的30%，最多200万元。',
          type: 'fen',
          required,
          from: [{ made: 'ceiling' }],
          cite,
        },
      ],
    },
  ],
}
