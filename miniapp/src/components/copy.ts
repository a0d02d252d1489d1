export const yesNoCopy = { yes: '是', no: '否' } as const

export const factFieldCopy = {
  help: '怎么看？',
  helpOpen: '收起说明',
  none: '都没有',
  number: '请填数字',
  unitOf: (label: string): string => `${label}的单位`,
  worth: (sum: string): string => `就是 ${sum}`,
  district: '请一直选到区县',
} as const

export const formFieldCopy = {
  /** Where a value comes from, while nobody has changed it. */
  sources: {
    company: '来自公司资料',
    paper: '来自材料',
    matcher: '按政策算出',
    form: '和前面的表一样',
    person: '您填的',
  },
  inWan: '单位：万元',
  /** What was typed, said in another way, so that a slip is seen at once. */
  worth: (sum: string): string => `就是${sum}。`,
  wan: '万元',
  inPercent: '百分之几',
  length: (now: number, most: number): string => `${now}字，最多${most}字`,
  dropRow: '去掉这一行',
  dropped: (row: string, number: number): string => `${row}${number}去掉了`,
  putBack: '放回去',
  mostRows: (row: string, most: number): string => `最多填${most}个${row}`,
  addRow: (row: string): string => `加一个${row}`,
  changed: '您改过',
  /** What is known now, where a person wrote something else. */
  known: {
    company: '公司资料里现在是：',
    paper: '材料里现在是：',
    matcher: '按政策算出来是：',
    form: '前面的表里现在是：',
    person: '原来是：',
  },
  take: {
    company: '用公司资料里的',
    paper: '用材料里的',
    matcher: '用算出来的',
    form: '用前面的表里的',
    person: '用原来的',
  },
  more: {
    company: '公司资料里还有：',
    paper: '材料里还有：',
    matcher: '按政策还有：',
    form: '前面的表里还有：',
    person: '原来还有：',
  },
  takeRow: (row: string): string => `加上这个${row}`,
  draft: '按已有的材料，可以这样写：',
  takeDraft: '用这段草稿',
  lacks: '还可以补上：',
} as const

export const placeCopy = {
  asked: '审核的人要求改这里：',
  due: (day: string): string => `最晚${day}改好`,
} as const

export const wechatMessagesCopy = {
  title: '微信消息',
  intro: '微信要您每次点同意，才能给您发消息。同意一次能收一条，用完了就发短信。',
  left: (name: string, count: number): string => `${name}：还能收${count}条`,
  agree: '同意收微信消息',
  kept: '记下了。',
  refused: '您没有同意，我们会发短信告诉您。',
  failed: '微信没有弹出询问，请再点一次。',
} as const

export const companySwitcherCopy = {
  other: '换一家公司',
  another: '登记另一家公司',
} as const

export const signedInCopy = {
  title: '请先登录',
  again: '请再登录一次',
  kept: '您填的都存在这部手机里，没有丢，登录以后接着填。',
  login: '用手机号登录',
} as const

export const problemCopy = {
  unknown: '出了点问题，请再试一次',
  retry: '再试一次',
  home: '回首页',
  /** Said beside the button: what is wrong may stand further up, out of sight. */
  above: (count: number): string => `上面有${count}处要填好，看红色的字`,
  /** Of what is being typed: it is on the phone, and not yet on the server. */
  waiting: (why: string): string => `先存在这部手机里：${why}`,
  waitingForNetwork: '没有网络，先存在这部手机里，连上网会自动保存',
  waitingForServer: '服务器暂时连不上，先存在这部手机里，连上了会自动保存',
} as const

export const tabsCopy = {
  label: '主要页面',
  start: '首页',
  cases: '申请',
  messages: '消息',
  me: '我的',
  unread: (label: string, count: number): string => `${label}，${count}条没看`,
} as const

export const loadingCopy = {
  reading: '正在读取',
  slow: '有点慢，还在试。您填过的都在，不用重填。',
} as const

export const textFieldCopy = { optional: '（可不填）' } as const
