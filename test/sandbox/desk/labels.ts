import { type FormPlace, fieldOf, fieldsOf, forms, placeLabel, placeNamed } from '@suanhui/shared/forms'

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

const placeOf = (key: string): FormPlace | undefined =>
  placeNamed(
    key,
    Object.values(forms).map(({ id }) => id),
  )

/** The names of all cells of a table that was filled in, as a correction names them; none where it is no table. */
export function cellsOf(key: string, value: unknown): readonly string[] {
  const place = placeOf(key)
  const field = place && fieldOf(forms[place.form], place.field)
  if (field?.type !== 'rows' || typeof value !== 'string' || value === '') return []
  // Its rows arrive as one text.
  return value.split('；').flatMap((_, row) => field.columns.map(({ id }) => `${key}.${row}.${id}`))
}

const cellLabel = (key: string): string | undefined => {
  const place = placeOf(key)
  return place?.row === undefined ? undefined : `${TABLES[place.form]} ${placeLabel(place)}`
}

/** The word beside a value, as the official tables print it; else the name that it came under. */
export const labelOf = (key: string): string => OTHERS[key] ?? fields.get(key) ?? cellLabel(key) ?? key
