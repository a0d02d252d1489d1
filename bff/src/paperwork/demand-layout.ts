import { type FormCells, label, pledge, section } from './cells'
import type { Row } from './table'

/** A person's two rows of 附件1: the headings, with the box of the kind of document, and the values under them. */
const person = (cells: FormCells, who: 'legal' | 'contact', title: string): Row => ({
  cells: [
    label(4, title),
    {
      span: 20,
      rows: [
        {
          cells: [
            label(3, '姓名'),
            label(2, '性别'),
            { span: 7, ticks: cells.options(`${who}IdKind`) },
            label(3, '职务'),
            label(5, '电话'),
          ],
        },
        {
          cells: [
            cells.value(3, `${who}Name`),
            cells.value(2, `${who}Sex`),
            { span: 7, text: `证件号：${cells.text(`${who}IdNumber`)}` },
            cells.value(3, `${who}Position`),
            cells.value(5, `${who}Phone`),
          ],
        },
      ],
    },
  ],
})

/** 附件1, row by row as it is printed. */
export const demandRows = (cells: FormCells): readonly Row[] => [
  section('1、基本情况'),
  {
    cells: [
      label(4, '单位名称'),
      cells.value(8, 'companyName'),
      label(5, '统一社会信用代码'),
      cells.value(7, 'creditCode'),
    ],
  },
  {
    cells: [
      label(4, '注册地址'),
      cells.value(10, 'registeredAddress'),
      label(4, '注册时间'),
      cells.value(6, 'registeredOn'),
    ],
  },
  { cells: [label(4, '办公地址'), cells.value(20, 'officeAddress', 'left')] },
  person(cells, 'legal', '法人代表'),
  person(cells, 'contact', '联系人'),
  { cells: [label(9, '上年营业收入（万元）'), cells.value(15, 'revenueLastYearFen')] },
  { cells: [label(9, '本年营业收入\n（万元，截止申报当月）'), cells.value(15, 'revenueThisYearFen')] },
  {
    cells: [
      label(9, '主要股东（按股权比例列出前三名）及所占股权比例'),
      {
        span: 15,
        rows: [
          { cells: [label(9, '股东名称'), label(6, '所占股权比例（%）')] },
          ...cells
            .rows('shareholders', 3)
            .map(({ name = '', share = '' }) => ({ cells: [label(9, name), label(6, share)] })),
        ],
      },
    ],
  },
  { cells: [label(9, '是否属于中小企业'), cells.yesNo(15, 'sme')] },
  {
    cells: [label(4, '经营范围'), { span: 20, text: cells.text('businessScope') || '（以营业执照为准）', height: 52 }],
  },
  section('2、单位简介（限300字以内）'),
  {
    cells: [
      {
        span: 24,
        text:
          cells.text('introduction') ||
          '（内容参考：发展历程、主营业务、经营业绩、行业地位、技术优势、领军人物、发展预期等）',
        top: true,
        height: 130,
      },
    ],
  },
  section('3、算力券申领信息'),
  { cells: [label(9, '申领算力补贴额度（万元）'), cells.value(15, 'claimedFen')] },
  {
    cells: [
      label(9, '算力使用类型'),
      { span: 15, text: cells.text('computeKind') || '（国产/非国产，使用多少算力，使用多长时间）' },
    ],
  },
  { cells: [label(9, '上年度实际发生的算力支出\n（万元）'), cells.value(15, 'lastYearComputeFen')] },
  { cells: [label(9, '算力供给方名称'), cells.value(15, 'providers', 'left')] },
  { cells: [label(9, '算力服务用途'), cells.value(15, 'servicePurpose', 'left')] },
  section('4、项目责任承诺书'),
  pledge,
  section('5、审核意见'),
  { cells: [label(9, '市（州）工业和信息化部门意见'), { span: 15, height: 64 }] },
  { cells: [label(9, '省工业和信息化厅意见'), { span: 15, height: 64 }] },
]
