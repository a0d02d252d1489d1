import type { Form } from '../form'
import { companyName } from './company-fields'

const required = true
const LEAST = 50

/** 附件4 of 湘工信信息软件〔2026〕168号. */
export const report: Form = {
  id: 'report',
  annex: '附件4',
  title: '算力资源使用报告',
  sections: [
    {
      id: 'opening',
      prompts: ['算力是为哪个项目买的？写项目的名字就行。'],
      fields: [
        {
          id: 'project',
          label: '项目名称',
          hint: '例如：智能客服大模型。',
          type: 'text',
          max: 100,
          required,
        },
        companyName,
      ],
    },
    {
      id: 'company',
      title: '一、公司简介',
      prompts: [
        '公司是国有、民营还是合资？',
        '主要做什么业务？',
        '在人工智能方面做了哪些事？',
        '今年和明年打算用多少算力？',
      ],
      fields: [
        {
          id: 'aboutCompany',
          label: '公司情况',
          hint: '所有制、主营业务、在人工智能方面的布局、一年要用多少算力。',
          type: 'long text',
          least: LEAST,
          max: 3000,
          required,
          from: [{ made: 'about company' }],
        },
      ],
    },
    {
      id: 'usage',
      title: '二、算力资源使用情况',
      prompts: [
        '和谁签的合同，买什么，多少钱，用到什么时候？',
        '每个月用了多少、什么型号的算力？',
        '用这些算力做成了什么？',
      ],
      fields: [
        {
          id: 'aboutUsage',
          label: '算力资源使用情况',
          hint: '放好合同、发票和使用记录，开头会自己写好；请接着写做成了什么。',
          type: 'long text',
          least: LEAST,
          max: 5000,
          required,
          from: [{ made: 'about usage' }],
        },
        {
          id: 'proofs',
          label: '算力真实性使用证明',
          hint: '能证明真的用了算力的材料，每份都要盖公章。',
          type: 'rows',
          rowName: '证明材料',
          least: 1,
          most: 30,
          required,
          columns: [
            {
              id: 'name',
              label: '材料名称',
              hint: '例如：系统订单、使用记录、供给方出的证明。',
              type: 'text',
              max: 100,
              required,
            },
          ],
          from: [{ made: 'proofs' }],
        },
      ],
    },
    {
      id: 'value',
      title: '三、价值及成效',
      prompts: ['项目想达到什么目标？', '对行业有什么帮助？', '现在做到了什么程度？有数字的写数字。'],
      fields: [
        {
          id: 'aboutValue',
          label: '价值及成效',
          hint: '项目的目标、对行业的帮助、现在的成效；已经写好开头的，请接着写。',
          type: 'long text',
          least: LEAST,
          max: 5000,
          required,
          from: [{ made: 'about value' }],
        },
      ],
    },
  ],
}
