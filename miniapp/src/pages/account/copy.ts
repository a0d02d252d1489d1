export const loginCopy = {
  title: '登录',
  heading: '用手机号登录',
  intro: '登录后可以登记公司、传材料、看审核进度。查政策不用登录。',
  phone: '手机号',
  phoneHint: '11位数字',
  getCode: '发验证码',
  again: (seconds: number): string => `${seconds}秒后可以再发`,
  sent: '验证码已发出，5分钟内有效。没收到的话，看看是不是被当成了垃圾短信。',
  code: '验证码',
  codeHint: '短信里的6位数字',
  agree: '我已看过并同意《用户协议》和《隐私政策》',
  terms: '看《用户协议》',
  privacy: '看《隐私政策》',
  enter: '登录',
  entering: '正在登录……',
  needAgree: '请先看一看协议，同意了再打勾',
  needPhone: '请填11位手机号',
  needCode: '请填短信里的6位数字',
  wechat: '用微信的手机号登录',
  wechatHint: '微信会问您用哪个手机号，点“允许”就登录了。',
  bySms: '或者用短信验证码登录',
  wechatDeclined: '您没有用微信的手机号，没关系：下面用短信验证码一样能登录。',
  wechatUnable: '微信现在给不了手机号。请在下面用短信验证码登录。',
  phoneTaken: '这个手机号已经有账号，绑的是别的微信。请在下面用短信验证码登录。',
} as const

export const devicesCopy = {
  title: '登录的设备',
  why: '登录后能看到账号在哪些设备上用过。',
  intro: '不认识的设备，让它退出，再换一次手机锁屏密码。',
  current: '就是现在这一台',
  lastUsed: (when: string): string => `上次使用：${when}`,
  since: (when: string): string => `登录时间：${when}`,
  end: '让它退出',
} as const

export const notificationsCopy = {
  title: '通知设置',
  why: '登录后能选怎样告诉您、告诉您哪些事。',
  channels: '用什么办法告诉您',
  topics: '告诉您哪些事',
  locked: '不能关',
  quiet: (words: string): string => `不打扰的时间：${words}`,
  saved: '已保存',
} as const

export const privacyCopy = {
  title: '隐私',
  why: '登录后能看您同意过什么，导出或者删除您的资料。',
  consents: '您同意过的事',
  intro: '不想同意了，随时可以收回。收回以前已经办的，不受影响。',
  purposes: {
    service: '使用本服务',
    notifications: '给我发通知',
    proactive_matching: '政策一变，就替公司再算一遍',
    sharing_with_platform: '把材料交给政府平台',
  },
  explain: {
    service: '登记公司、保存您填的和传的。收回就是不再使用：请在下面注销。',
    notifications: '审核到哪一步、要补什么、快到期了，用短信和微信告诉您。要收哪些，在“通知设置”里选。',
    proactive_matching: '有新政策时，用公司存过的情况算一遍，能申请的告诉您。收回就不再算。',
    sharing_with_platform: '注册、备案、申请的时候，把您填的表和材料交给省里的平台审核。',
  },
  /** What it means that it was taken back, said where it stands. */
  takenBack: {
    service: '',
    notifications: '现在不发短信和微信了，只在“消息”里告诉您。要补正、快到期的也一样，请常来看。登录的验证码照常发。',
    proactive_matching: '现在不替这家公司算了，用来算的情况已经删掉。',
    sharing_with_platform:
      '以后不再交给平台；再点“提交”，会重新问您。已经交上去的还在平台那里，由平台按规定保管；正在审核的不会停，要撤，请在那一份的“进度”里撤回。',
  },
  given: (when: string, version: string): string => `${when}同意（${version}版）`,
  taken: (when: string): string => `${when}收回`,
  never: '没有同意过',
  atLogin: '登录的时候同意的',
  forCompany: (name: string): string => `替${name}`,
  take: '收回',
  give: '同意',
  export: '导出我的资料',
  exportIntro: '关于您的全部资料，一个文件。里面有个人信息，请保管好。',
  exporting: '正在准备……',
  delete: '注销',
  deleteIntro: '关于您的全部资料都会删掉，找不回来。公司里还有别人、负责人只有您一位的，要先请一位做负责人。',
  deleteField: '请写“注销”两个字',
  deleteWord: '注销',
  deleteDo: '全部删掉，注销',
  deleting: '正在注销……',
  fileName: (day: string): string => `算惠通-我的资料-${day}.json`,
} as const

export const legalCopy = {
  terms: '用户协议',
  privacyPolicy: '隐私政策',
  since: (day: string): string => `${day}起用这一版`,
} as const
