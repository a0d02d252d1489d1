import { fieldsOf, forms } from '@suanhui/shared/forms'

const TABLES = {
  demand: '附件1',
  filing: '附件2',
  application: '附件3',
  report: '附件4',
  claim: '申领信息',
  redemption: '兑付信息',
} as const

/** Beside the four official tables: what the contracts name. */
const OTHERS: Readonly<Record<string, string>> = {
  roundId: '申报批次',
  measureId: '政策措施',
  filingReceipts: '备案编号',
  catalogueVersion: '规则版本',
  providerCreditCode: '供给方信用代码',
  contractSignedOn: '合同签订日期',
  contractAmountFen: '合同金额',
  legalRepresentative: '法定代表人',
  purpose: '用途',
}

const fields: ReadonlyMap<string, string> = new Map(
  Object.values(forms).flatMap((form) =>
    fieldsOf(form).flatMap((field): readonly (readonly [string, string])[] => {
      const label = field.group === undefined ? field.label : `${field.group} ${field.label}`
      const columns =
        field.type === 'rows' ? field.columns.map((column): readonly [string, string] => [column.id, column.label]) : []
      return [[`${form.id}.${field.id}`, `${TABLES[form.id]} ${label}`], [field.id, label], ...columns]
    }),
  ),
)

/** The word beside a value, as the official tables print it; else the name that it came under. */
export const labelOf = (key: string): string => OTHERS[key] ?? fields.get(key) ?? key
