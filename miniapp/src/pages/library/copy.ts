export const libraryCopy = {
  title: '政策库',
  intro: '收录的正式文件。已失效的留作历史，不能申报。',
  open: '有效的文件',
  history: '历史文件',
  gone: '没有找到这份文件',
  all: '看全部文件',
  inForce: '施行时间',
  serviceWindow: '补贴期',
  clauses: '条款',
  noMeasure: '没有可申报的项：',
  share: '分享这份文件',
} as const
