/** What the text names for none of its measures: papers, an entrance, a date of application. */
export const leftOpen = {
  materials: [],
  applyAt: '文件没有写申报入口，以主管部门当年的申报通知为准',
  deadline: '文件有效期到2028年2月17日；每年的申报时间以通知为准',
} as const

/** 不超过…%，最高… */
export const ceiling = '这是上限，不是承诺。实际给多少由主管部门确定。'
