/** 五: one department leads for all measures; the text names neither papers, nor where to apply, nor a date. */
export const handling = {
  materials: [],
  handledBy: '省数据局牵头，会同省工业和信息化厅、省通信管理局等部门',
  applyAt: '文件没有写申报入口，以主管部门的申报通知为准',
  deadline: '文件2026年12月31日到期；在这之前哪天开始、哪天截止，以主管部门的申报通知为准',
} as const

/** 五: what the province has paid for once it does not pay for again. */
const once = '同一件事已经拿过其他省级财政资金的，不再给。'

export const ceilingNote = `这是上限，不是承诺，实际金额由主管部门核定。${once}`
export const formulaNote = `这是按比例算出的数，超过上限的按上限算，最后以主管部门核定的为准。${once}`
export const unstatedNote = '文件没有写金额。'
