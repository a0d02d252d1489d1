export const sharingWords = {
  title: '交上去以前，要您同意',
  what: '您填的表和放的材料，会交给省里的平台，由审核的部门看。',
  inside: '里面有公司资料、银行账号，还有法定代表人和联系人的姓名、证件号、电话。',
  purpose: '只用来审核。只问这一次，以后可以在“我的－隐私”里收回。',
  agree: '同意，交上去',
  busy: '正在交……',
  decline: '先不交',
} as const
