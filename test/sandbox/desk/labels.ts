/** The word beside a value, where the product's name for it is known; else that name itself. */
export const labelOf = (key: string): string => LABELS[key] ?? key

const LABELS: Readonly<Record<string, string>> = {
  company: '企业',
  creditCode: '统一社会信用代码',
  name: '名称',
  region: '所在地',
}
