/** The text names the office in charge of each clause, and no entrance: each office publishes its own call. */
export const noticeOf = (office: string): string => `文件没有写申报入口，以${office}当年的申报通知为准`

/** The closing paragraph: three years in all, and what is supported is chosen anew each year. */
export const yearly = '文件有效期到2028年12月18日；每年的支持重点和申报时间以通知为准'

/** 最高 in the clause, and 择优确定当年重点支持方向 and 财政预算安排 in the closing paragraph. */
export const ceiling = '这是上限，不是承诺。支持重点每年选一次，实际能拿多少，看当年的实施办法和预算。'

export const industryOffice = '长沙市工业和信息化局'
export const dataOffice = '长沙市数据局'
