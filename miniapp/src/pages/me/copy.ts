export const meCopy = {
  title: '我的',
  why: '登录后可以登记公司、传材料、看审核进度。',
  elder: '长辈版',
  elderOn: '已打开，字更大，按钮更大',
  elderOff: '没有打开，按一下字就变大',
  terms: '用户协议',
  privacy: '隐私政策',
  signOut: '退出登录',
  signedIn: '已登录',
  noPhone: '还没有绑定手机号',
  devices: '登录的设备',
} as const
