import { type FormCells, label, pledge } from './cells'
import type { Row } from './table'

const head = (cells: FormCells): Row => ({
  cells: [
    label(4, '单位名称'),
    cells.value(9, 'companyName'),
    label(4, '统一社会\n信用代码'),
    cells.value(7, 'creditCode'),
  ],
})

const sme = (cells: FormCells): Row => ({ cells: [label(8, '是否属于中小企业'), cells.yesNo(16, 'sme')] })

const people = (cells: FormCells): readonly Row[] => [
  { cells: [label(4, '法人代表'), cells.value(8, 'legalName'), label(4, '联系电话'), cells.value(8, 'legalPhone')] },
  {
    cells: [
      label(4, '联系人'),
      cells.value(3, 'contactName'),
      label(3, '联系电话'),
      cells.value(5, 'contactPhone'),
      label(3, '电子邮箱'),
      cells.value(6, 'contactEmail'),
    ],
  },
]

const use = (cells: FormCells): readonly Row[] => [
  {
    cells: [label(5, '算力应用领域\n（可多选）'), { span: 19, ticks: cells.options('areasOfUse', 'areasOfUseOther') }],
  },
  { cells: [label(5, '算力用途\n（可多选）'), { span: 19, ticks: cells.options('purposes', 'purposesOther') }] },
]

type Contract = Readonly<Record<string, string>>

const contract = ({ number = '', title = '', totalFen = '' }: Contract): Row => ({
  cells: [
    label(3, '合同编号'),
    label(5, number),
    label(2, '合同\n名称'),
    label(6, title),
    label(4, '合同金额\n（万元）'),
    label(4, totalFen),
  ],
  heading: true,
})

const kind = (domestic: string, otherwise: string): string => (domestic === '' ? otherwise : domestic)

/** 附件2, row by row as it is printed; the rows of a contract are repeated for each. */
export const filingRows = (cells: FormCells): readonly Row[] => [
  head(cells),
  {
    cells: [
      label(4, '注册地址'),
      cells.value(9, 'registeredAddress'),
      label(4, '注册时间'),
      cells.value(7, 'registeredOn'),
    ],
  },
  sme(cells),
  { cells: [label(4, '办公地址'), cells.value(20, 'officeAddress', 'left')] },
  ...people(cells),
  ...use(cells),
  { cells: [label(8, '拟采购算力金额（万元）'), cells.value(16, 'plannedFen')] },
  ...cells.rows('contracts', 1).flatMap((row, index, all) => [
    contract(row),
    {
      // The pledge is stamped: it stands on one page with a contract, never alone.
      heading: index === all.length - 1,
      cells: [
        label(4, '算力（服务）提供方名称'),
        label(5, row.providerName ?? ''),
        label(3, '使用算力及算力（模型）服务类型'),
        label(4, [row.domestic, row.chip].filter((text) => text).join('/') || '国产/非国产/芯片型号'),
        label(3, '算力中心\n地址'),
        label(5, row.site ?? ''),
      ],
    },
  ]),
  pledge,
]

const review = (who: string) => ({ span: 10, text: who, foot: ['　　　　年　　月　　日'], height: 96 })

/** 附件3, row by row as it is printed; the rows of a contract are repeated for each. */
export const applicationRows = (cells: FormCells): readonly Row[] => [
  head(cells),
  sme(cells),
  { cells: [label(4, '基本户\n开户行'), cells.value(9, 'bankName'), label(4, '账号'), cells.value(7, 'bankAccount')] },
  ...people(cells),
  ...use(cells),
  { cells: [label(8, '算力实际使用金额（万元）'), cells.value(16, 'settledFen')] },
  ...cells.rows('contracts', 1).flatMap((row) => [
    contract(row),
    {
      cells: [
        label(3, '算力提供方名称'),
        label(4, row.providerName ?? ''),
        label(3, '统一社会信用代码'),
        label(7, row.providerCode ?? ''),
        label(3, '算力中心\n地址'),
        label(4, row.site ?? ''),
      ],
      heading: true,
    },
    {
      cells: [
        label(5, '是否通过平台\n使用算力'),
        label(3, row.viaPlatform ?? ''),
        label(4, '使用算力类型'),
        label(5, kind(row.domestic ?? '', '国产/非国产')),
        label(4, '补贴比例'),
        label(3, row.ratio === undefined || row.ratio === '' ? '' : `${row.ratio}%`),
      ],
    },
  ]),
  // What is asked for, the pledge and the reviews stand on one page.
  { cells: [label(8, '申请算力补贴金额（万元）'), cells.value(16, 'claimedFen')], heading: true },
  { ...pledge, heading: true },
  {
    cells: [label(4, '市州、省直管县（市）主管部门审核意见'), review('工信部门（盖章）'), review('财政部门（盖章）')],
  },
]
