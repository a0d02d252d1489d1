/** What organisations are called at the end. */
const ENDINGS =
  '公司|企业|研究院|研究所|大学|学院|事务所|中心|合作社|厂|银行|支行|分行|营业部|分公司|协会|联社|工作室|商行|经营部|医院|学校'
const NAME = new RegExp(`^[\\u4e00-\\u9fffA-Za-z0-9()·&.\\-]{2,60}(?:${ENDINGS})`)
const WHOLE = new RegExp(`^[\\u4e00-\\u9fffA-Za-z0-9()·&.\\-]{2,60}(?:${ENDINGS})(?:\\([\\u4e00-\\u9fff]+\\))?`)

/** Labels that a text begins with where no value stands before them. */
const LABELS =
  /^(统一社会|纳税人|地址|电话|开户|账号|帐号|户名|名称|密码区|规格|单位|法定代表|联系|通讯|收款|付款|日期|签订|金额|编号|页|盖章|\(盖章)/

/** The rest of a name whose beginning is in another line. */
const PART = /^(股份|科技|有限|限公|限责|责任|公司|分公司)/

/** The name of a company that a text begins with, brackets narrow. */
export function companyName(text: string): string | undefined {
  const narrow = text.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')')
  if (LABELS.test(narrow) || PART.test(narrow)) return undefined
  return NAME.test(narrow) ? WHOLE.exec(narrow)?.[0] : undefined
}

/** Any name of at least two Chinese characters: a person's, or a company's without the usual ending. */
export function partyName(text: string): string | undefined {
  const company = companyName(text)
  if (company) return company
  const narrow = text.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')')
  if (LABELS.test(narrow)) return undefined
  if (/户名|账号|名称|银行|日期|金额/.test(narrow)) return undefined
  return /^[\u4e00-\u9fff·()]{2,40}$/.test(narrow) ? narrow : undefined
}
