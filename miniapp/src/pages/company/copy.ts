export const roleNames = { owner: '负责人', agent: '经办人' } as const

export const companyCopy = {
  why: '登录后才能看公司的资料。',
} as const

export const newCompanyCopy = {
  title: '登记公司',
  intro: '照营业执照填三项就行，其他的以后再补。您就是这家公司的负责人。',
  creditCode: '统一社会信用代码',
  creditCodeHint: '营业执照上的18位代码',
  needCode: '代码要18位，请对照营业执照看一遍',
  wrongCode: '最后一位对不上，可能抄错了一位。请对照营业执照看一遍。',
  confirmCode: '我对照营业执照看过了，没有抄错',
  needConfirm: '请先对照营业执照看一遍，没有抄错就打勾',
  name: '公司名称',
  nameHint: '和营业执照上一个字不差',
  needName: '请填公司名称',
  region: '所在区县',
  regionHint: '选公司注册的地方，一直选到区县',
  needRegion: '请一直选到区县',
  save: '登记这家公司',
  saving: '正在登记……',
} as const

export const profileCopy = {
  title: '公司资料',
  intro: '填一次，以后的表都从这里带出来。改了就自动保存。',
  code: (code: string): string => `统一社会信用代码：${code}`,
  registration: '去平台注册',
  saved: (when: string): string => `已保存 ${when}`,
  keptHere: '改了就自动保存',
  saving: '正在保存……',
  waiting: (why: string): string => `先存在这部手机里：${why}`,
  left: (count: number): string => (count === 0 ? '都填好了' : `还有${count}项空着`),
  changed: '别人刚改过这份资料，已经换成新的。您改的还在，没有丢。',
  conflict: '这一项别人也改过，请选一个',
  mine: (text: string): string => `用我填的：${text}`,
  theirs: (text: string): string => `用别人填的：${text}`,
  empty: '空着',
  sections: {
    company: '公司',
    legal: '法定代表人',
    contact: '联系人',
    money: '收入和股东',
    bank: '银行账户',
  },
} as const

export const registrationCopy = {
  title: '平台注册',
  intro: (platform: string): string =>
    `备案、申请补贴以前，公司先要在${platform}注册。资料由市、省两级审核，通过了发短信告诉您。`,
  platforms: { 'hunan-scheduling': '湖南省算力调度平台', 'shanxi-dispatch': '山西省算力调度平台' },
  noPlatform: '公司所在的地方还没有接通的平台。现在接通的是湖南和山西。',
  missing: (count: number): string => `还差${count}项，填好才能送去`,
  fill: '去填公司资料',
  ready: '要送去的资料都齐了。',
  papers: (names: readonly string[]): string =>
    names.length === 0
      ? '还没有传营业执照和法定代表人身份证明。审核的人可能会要，可以在“材料”里传。'
      : `一起送去的材料：${names.join('、')}`,
  promise: '我承诺送去的资料真实、准确',
  needPromise: '请先看一遍资料，没有问题就打勾',
  send: '送去注册',
  again: '改好了，再送一次',
  sending: '正在送……',
  ownerOnly: '只有公司负责人能送注册资料。请您公司的负责人来办。',
  review: '要送去的资料',
  queued: '已经交给我们，正在送到平台。平台一时连不上也不要紧，连上就送，不会丢，也不会重复。',
  sent: '平台已经收到',
  refused: '平台没有收',
  receipt: (number: string): string => `受理编号：${number}`,
  holder: (name: string): string => `在${name}手里`,
  next: (text: string): string => `下一步：${text}`,
  unknown: (words: string): string => `平台新状态：${words}`,
  corrections: '要补正的',
  happened: '发生过的',
  refresh: '看看有没有新进展',
  start: '注册好了，去办备案和申请',
} as const

export const membersCopy = {
  title: '公司成员',
  me: '（就是我）',
  noPhone: '没有绑定手机号',
  since: (when: string): string => `${when}加入`,
  makeOwner: '请他做负责人',
  makeAgent: '改成经办人',
  remove: '请他离开',
  leave: '离开这家公司',
  sureRemove: '他离开以后，就看不到公司的资料和申请了。',
  sureLeave: '离开以后，您就看不到公司的资料和申请了。要回来，得请负责人再邀请。',
  sure: '确定',
  cancel: '不办了',
  invite: '邀请一个人',
  inviteIntro: '请财务、经办的同事一起办。邀请7天内有效，只能用一次。',
  role: '他来做什么',
  make: '做一个邀请',
  making: '正在做……',
  made: (role: string): string => `邀请做好了，请他来做${role}。把它发给要请的那个人，不要发到群里。`,
  share: '发给他',
  copied: '邀请网址已复制，发给要请的那个人。',
  shareTitle: (company: string): string => `请您加入${company}`,
  ownerOnly: '只有负责人能邀请别人。',
} as const

export const invitationCopy = {
  title: '邀请',
  why: '登录以后，就能看到是哪家公司邀请您。',
  heading: (company: string): string => `${company}请您加入`,
  role: (role: string): string => `您的身份：${role}`,
  expires: (when: string): string => `${when}以前有效`,
  explain: {
    owner: '负责人能看、能改公司的全部资料，能提交申请，也能邀请别人。',
    agent: '经办人能看、能改公司的资料，传材料，填表，提交申请。',
  },
  accept: '加入',
  accepting: '正在加入……',
  none: '没有这份邀请',
  noneDetail: '可能过期了，用过了，或者被收回了。请对方再发一份。',
} as const

export const factsCopy = {
  title: '匹配用的公司情况',
  intro: '公司知道的情况，可以用来做政策匹配；匹配时的回答，也可以存到公司，换个手机、换个同事都能用。',
  known: '公司已经知道的',
  none: '公司还没有存过情况。',
  use: (count: number): string => `用到匹配里（${count}题）`,
  used: (count: number): string => `填上了${count}题。您答过的没有动。`,
  nothingNew: '公司知道的，您都答过了。',
  save: (count: number): string => `把我的${count}个回答存到公司`,
  saving: '正在保存……',
  saved: '存好了，公司的人都能用。',
  noAnswers: '您还没有做过政策匹配。',
  match: '去做政策匹配',
  sources: { registry: '登记信息', person: '本人填的', paper: '材料上读到的' },
  from: (source: string, day: string): string => `${source}，${day}`,
  suggested: (text: string, source: string): string => `${source}是：${text}`,
} as const
