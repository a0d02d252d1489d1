export const platformCopy = {
  back: '返回',
  choose: '请选择',
  chooseLevel: (level: string): string => `请选择${level}`,
  choosePlace: '请选择省、市、区县',
  chooseDate: '请选择日期',
  chosen: (label: string, value: string): string => `${label}，${value}`,
  copied: '网址已复制，里面没有您的回答。',
  notCopied: (address: string): string => `没能复制，网址是 ${address}`,
} as const
