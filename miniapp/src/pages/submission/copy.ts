import type { RuleChanges } from '@suanhui/shared/api'
import { clauseWords } from '@suanhui/shared/clause'
import type { FormId } from '@suanhui/shared/forms'

export const formNames: Readonly<Record<FormId, string>> = {
  demand: '附件1 算力补贴需求申请表',
  filing: '附件2 算力使用备案表',
  application: '附件3 算力补贴申报表',
  report: '附件4 算力资源使用报告',
  claim: '申领信息',
  redemption: '兑付信息',
}

export const submissionCopy = {
  title: '办理',
  why: '登录后才能看公司的备案和申请。',
  /** The order that saves typing: what the papers say stands in the forms by itself. */
  order: {
    printed: '先放材料，表会自动填上一大半；再填表；再打印、盖章、拍照，放回“材料”；最后检查、提交。',
    plain: '先放材料，表会自动填上一大半；再填表；最后检查、提交。',
  },
  first: '先放材料',
  papers: '材料',
  papersDetail: (count: number): string => (count === 0 ? '还没有放材料' : `放了${count}份`),
  forms: '要填的表',
  left: (count: number): string => (count === 0 ? '填好了' : `还差${count}项`),
  files: '打印盖章',
  filesDetail: '下载填好的表，打印、盖章、拍照，再放回“材料”里',
  checkUp: '检查一遍，然后提交',
  resubmit: '检查一遍，重新提交',
  redeem: '检查一遍，申请兑付',
  voucher: (sum: string | undefined): string => (sum === undefined ? '算力券已经发下来' : `算力券 ${sum}`),
  voucherUntil: (day: string, left: string): string => `最晚${day}来兑付，${left}`,
  voucherHow: '买好算力、开了发票、付了钱，把发票和付款凭证放进“材料”，再申请兑付。',
  claimAgain: '重新申领',
  progress: '看进度',
  dueOn: (day: string, left: string): string => `最晚${day}，${left}`,
  sending: {
    draft: '草稿，还没有提交',
    queued: '已经提交，正在送到平台。平台一时连不上也不要紧，连上就送，不会丢，也不会重复',
    sent: '平台已经收到',
    refused: '平台没有收',
  },
  receipt: (number: string): string => `受理编号：${number}`,
  delete: '不要这份草稿了',
  deleteSure: '真的不要了，删掉',
  corrections: '要补正的',
  toField: (label: string): string => `去改“${label}”`,
  toPaper: (slot: string): string => `去换“${slot}”`,
  correctionOf: (label: string): string => `${label}：`,
  paperGone: '一份已经拿掉的材料',
  over: '已经过了',
  allForms: '全部的表，一次打印',
  allFormsName: '申报表.pdf',
  editable: (name: string): string => `${name}（Word，可以再改）`,
  downloading: '正在下载……',
} as const

export const formCopy = {
  saved: (when: string): string => `已保存 ${when}`,
  keptHere: '改了就自动保存',
  saving: '正在保存……',
  next: '去填下一处',
  left: (count: number): string => (count === 0 ? '这张表填好了' : `这张表还差${count}项`),
  conflict: '这一项在别处也改过，请选一个',
  conflicts: (count: number): string => `有${count}项在别处也改过，选好了才能保存`,
  toConflicts: '去选',
  mine: '用这里填的',
  theirs: '用别处填的',
  back: '填好了，回去',
  readOnly: '已经提交，不能改了。要改，等审核的人退回来。',
  title: '填表',
  none: '没有这张表',
  empty: '空着',
  wan: (sum: number): string => `${sum}万元`,
  several: (count: number): string => `${count}项`,
} as const

export const checkUpCopy = {
  title: '检查',
  ready: '检查完了，没有问题，可以提交。',
  notReady: '还有这些地方要看一看',
  errors: '要改好才能提交',
  warnings: '请看一看，没问题就打勾',
  fields: '表里还没有填好的',
  slots: '材料还不齐的',
  confirm: '我看过了，没有问题',
  mend: '去改',
  fillSlots: '去放材料',
  mendField: (label: string): string => `去改“${label}”`,
  unprintable: '打印后要用笔补的字',
  // Hunan pays a share of a base (三(二)); Shanxi's voucher is redeemed by what was settled (二(九)).
  base: {
    application: { title: '补贴基数是这样算的', counted: (sum: string): string => `能算进补贴的：${sum}` },
    redemption: { title: '结算的费用是这样算的', counted: (sum: string): string => `已经结算的：${sum}` },
  },
  excluded: (sum: string): string => `不算的（单独买的带宽、安全防护、数据库等）：${sum}`,
  registerMissing: '供给方名录还没有取到，供给方有没有登记这一项还没有核对。',
  promise: '提交就是承诺：材料真实有效。弄虚作假要承担法律责任。',
  submit: '提交',
  submitting: '正在提交……',
  done: '已经提交',
  cite: (clause: string): string => `依据：${clauseWords(clause)}`,
} as const

const DIFFERENCES: Readonly<Record<RuleChanges['differences'][number]['kind'], string>> = {
  verdict: '符不符合条件',
  amount: '金额',
  criterion: '条件',
  deadline: '时间',
  materials: '材料',
  place: '到哪里办',
}

export const rulesCopy = {
  title: '政策规定有变化',
  kinds: DIFFERENCES,
  before: (text: string): string => `原来：${text === '' ? '没有这一条' : text}`,
  after: (text: string): string => `现在：${text === '' ? '没有这一条了' : text}`,
  means: (text: string): string => `对您公司：${text}`,
  clause: (text: string): string => `依据：${text}`,
  choose: '您开始填这份以后，我们对文件的理解有改动。请看清楚，选按哪个办。最后由审核的人按文件定。',
  must: (clause: string | undefined): string =>
    `您开始填这份以后，文件改了。${clause === undefined ? '' : `文件${clauseWords(clause)}写明，`}以新规定为准，请按新规定办。`,
  kept: '您选了按原来的办。想改，可以按新规定办。',
  told: '这一份交上去以后，规定有变化。交的内容没有动，最后以主管部门的通知为准。',
  take: '按新规定办',
  keep: '按原来的办',
} as const

export const progressCopy = {
  title: '进度',
  now: '现在',
  /** A step that nobody has any more is named 已经办完. */
  ended: (name: string): boolean => name.startsWith('已经'),
  holder: (name: string): string => (progressCopy.ended(name) ? name : `在${name}手里`),
  next: (text: string): string => `下一步：${text}`,
  usual: (days: number, cases: number): string => `这一步以前一般要${days}天（看了${cases}件办过的）`,
  happened: '发生过的',
  nothing: '还没有提交，没有进度',
  unknown: (words: string): string => `平台新状态：${words}`,
  withdraw: '撤回这份申请',
  object: '提出异议',
  explain: '作出说明',
  /** Before it is sent: what it brings about. */
  whatFor: {
    explain: '写清楚是怎么回事，有材料的写上。审核的人会看。',
    object: '写清楚哪一处不对、为什么。主管部门会核实。',
    withdraw: '撤回以后，这一份就不再审核了。写一句原因，再点“送出”。',
    redeem: '',
  },
  fill: '接着放材料、填表',
  apply: '用这份合同申请补贴',
  reason: '写明原因',
  send: '送出',
  cancel: '不办了',
  redeem: '去兑付',
  refresh: '看看有没有新进展',
} as const

export const newCopy = {
  title: '开始办理',
  beginning: '正在打开……',
  filing: '备案一份算力合同',
  fileThis: '备案这份合同',
  withContract: (title: string | undefined): string =>
    `已经选好${title === undefined ? '这份合同' : `合同“${title}”`}，不用再放一遍。`,
  toThatOne: '去办那一份',
  filingDetail: '没有通过省平台买的算力，合同签了30天内要备案',
  application: '申请算力券补贴',
  applicationDetail: (name: string, until: string): string => `${name}，${until}截止`,
  closed: '现在没有开放的申报。开放了会通知您。',
  claim: '申领山西算力券',
  claimDetail: '用山西的算力，按合同金额的20%或者30%给券，在哪个省都可以',
  opens: (name: string, from: string): string => `${name}：${from}开始`,
} as const
