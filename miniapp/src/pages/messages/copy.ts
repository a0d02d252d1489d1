export const messagesCopy = {
  title: '消息',
  why: '登录后，审核到哪一步、要补什么，都会在这里告诉您。',
  none: '还没有消息',
  noneDetail: '审核到哪一步、要补什么、快到期了，都会在这里告诉您。',
  unread: (count: number): string => (count === 0 ? '都看过了' : `${count}条没看`),
  readAll: '都看过了',
  choices: '通知设置',
  isNew: '没看',
  urgent: '要尽快办',
  open: '去看看',
  more: '再看以前的',
  reading: '正在读取……',
} as const
