import { plainText } from '../text/values'

/** What the columns of logs and bills are called. */
const SYNONYMS = {
  start: /^(作业|任务|使用|计费|账单)?(开始|起始|启动)(时间|日期)?$|^(start|begin)([_ ]?(time|date))?$/i,
  end: /^(作业|任务|使用|计费|账单)?(结束|终止|停止|截止)(时间|日期)?$|^(end|stop|finish)([_ ]?(time|date))?$/i,
  day: /^(使用|计费|消费|账单)?日期$|^(计费|消费|使用)时间$|^(date|day)$/i,
  cardHours: /^(使用|消耗|计费)?(gpu|加速)?卡时(数|量)?(\(.*\))?$|^(gpu|card|npu)[_ -]?hours?$|^用量\(卡时\)$/i,
  cards: /^(使用)?(gpu|npu|加速)?卡(数|数量)$|^(gpu|npu|card)s?[_ ]?(count|num)?$/i,
  hours: /^(运行|使用)?时长(\(?(小时|h)\)?)?$|^(duration|hours)[_ ]?\(?(h|hours)?\)?$/i,
  chip: /^(芯片|加速卡|gpu|npu|卡|算力卡)?(型号|类型)$|^(chip|gpu|npu|card)[_ ]?(type|model)$/i,
  amount: /^(应付|实付|账单|费用|消费|小计)?(金额|费用|小计)(\(?元\)?)?$|^(amount|cost|fee)$/i,
  name: /^(产品|服务|资源|实例|项目|作业|任务|计费项)(名称|类型|名)?$|^(product|service|resource|item|job)([_ ]?name)?$/i,
  unit: /^单位$|^unit$/i,
  quantity: /^(数量|用量|使用量)$|^(quantity|usage)$/i,
} as const satisfies Readonly<Record<string, RegExp>>

export type Column = keyof typeof SYNONYMS
export type Columns = Readonly<Partial<Record<Column, number>>>

const isColumn = (name: string): name is Column => name in SYNONYMS

/** Which columns a row of headings names, each once. */
function columnsOf(row: readonly string[]): Columns {
  const headings = row.map((cell) => plainText(cell).replace(/\s/g, ''))
  const found: Partial<Record<Column, number>> = {}
  for (const [name, synonym] of Object.entries(SYNONYMS)) {
    const at = headings.findIndex((heading) => synonym.test(heading))
    if (at >= 0 && isColumn(name)) found[name] = at
  }
  return found
}

export interface FoundTable {
  /** What stands before the table: names, numbers, periods. */
  readonly before: readonly (readonly string[])[]
  readonly columns: Columns
  readonly rows: readonly (readonly string[])[]
  /** What stands below it: sums, remarks. */
  readonly after: readonly (readonly string[])[]
}

const SEARCHED = 40
const isFooter = (row: readonly string[]): boolean => /^(合计|总计|小计|应付|备注|说明|total)/i.test(row[0] ?? '')

/** The table in the rows of a file: it begins where two headings or more are known. */
export function tableIn(rows: readonly (readonly string[])[]): FoundTable | undefined {
  const at = rows.slice(0, SEARCHED).findIndex((row) => Object.keys(columnsOf(row)).length >= 2)
  const head = rows[at]
  if (!head) return undefined
  const body = rows.slice(at + 1)
  const end = body.findIndex(isFooter)
  return {
    before: rows.slice(0, at),
    columns: columnsOf(head),
    rows: end < 0 ? body : body.slice(0, end),
    after: end < 0 ? [] : body.slice(end),
  }
}
