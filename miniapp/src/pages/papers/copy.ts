import type { PaperSummary } from '@suanhui/shared/api'
import type { FieldSource } from '@suanhui/shared/papers'
import type { StatusWords } from '../../words/status'

export const papersCopy = {
  title: '材料',
  why: '登录后可以传合同、发票、付款凭证。',
  addTitle: '放材料进来',
  hint: '把纸放平，四个角都拍进去，光线要亮。电子发票请选原来的文件（PDF、OFD、XML），比拍照准。',
  camera: '拍照',
  album: '从相册选',
  file: '选文件',
  empty: '还没有材料',
  emptyText: '合同、发票、付款凭证，拍下来就行。',
  unknownKind: '还不知道是哪种材料',
  several: (count: number): string => `${count}份`,
  pages: (count: number): string => (count > 1 ? `，共${count}页` : ''),
  inUse: '已经用在申请里',
} as const

export const statusNames: Readonly<Record<PaperSummary['status'], StatusWords>> = {
  received: { text: '等着读', tone: 'mute' },
  reading: { text: '正在读', tone: 'mute' },
  read: { text: '读好了', tone: 'good' },
  unreadable: { text: '没有读出来', tone: 'warn' },
  refused: { text: '这个文件不能用', tone: 'bad' },
}

export const addingCopy = {
  smallTitle: '照片太小',
  small: (which: readonly number[], of: number): string =>
    `${of > 1 ? `第${which.join('、')}张` : '这张'}照片太小，字可能看不清，审核的人会退回来。`,
  again: '重拍',
  useAnyway: '仍然使用',
  togetherTitle: (count: number): string => `这${count}张照片`,
  together: '是同一份材料，按顺序排',
  apart: '每张是一份材料',
  cancel: '不传了',
  keeping: '正在存到手机里……',
  notKept: '手机里放不下了，没有存上。请清理一下手机空间，再选一次。',
  notChosen: '没有打开相机或者相册。请在手机设置里允许使用，再试一次。',
} as const

export const uploadCopy = {
  title: '正在传',
  all: (count: number): string => (count === 1 ? '还有1个文件在传' : `还有${count}个文件在传`),
  safe: '文件存在这部手机里，断网、退出都不要紧，下次打开接着传。',
  waiting: '等着传',
  completing: '快好了，正在核对',
  done: '传好了',
  paused: (why: string): string => `${why}。会自己接着传`,
  retry: '再试一次',
  drop: '不传了',
  allDone: '都传好了',
} as const

/** Where a value was read, as a person would say it. */
export const sourceNames: Readonly<Record<FieldSource, string>> = {
  xml: '电子发票里写的',
  ofd: '电子发票里写的',
  pdf: '文件里写的',
  qr: '二维码里写的',
  ocr: '从照片上读的',
  table: '表格里写的',
  verification: '查验平台查到的',
  person: '您填的',
}

export const paperCopy = {
  useContract: '用这份合同备案，或者申请补贴',
  kindTitle: '这是哪种材料',
  kindChange: '认错了就点这里改',
  toLook: (count: number): string => (count === 0 ? '都核对好了' : `有${count}项要您看一看`),
  reading: '正在读，一会儿就好。可以先做别的。',
  others: (count: number): string => `其他${count}项`,
  othersDetail: '读得准的和可以不填的，点开可以看、可以改',
  right: '没错',
  allRight: '上面这些都没错',
  change: '改一改',
  fill: '填上',
  save: '保存',
  cancel: '不改了',
  absent: '材料上没有这一项',
  isAbsent: '材料上没有',
  notRead: '没有读到',
  disagree: '两个地方写得不一样，请看纸上是哪个',
  states: {
    confirmed: { text: '您核对过', tone: 'good' },
    verified: { text: '读得准', tone: 'good' },
    suggested: { text: '请看一看', tone: 'warn' },
    unread: { text: '没有读到', tone: 'mute' },
    disagree: { text: '不一样', tone: 'bad' },
  } satisfies Readonly<Record<string, StatusWords>>,
  quality: (page: string, words: string): string => `${page}照片${words}，审核的人看不清会退回来。`,
  again: '重拍',
  useAnyway: '仍然使用',
  findings: '要改的和要注意的',
  lines: '明细',
  excluded: '这一行不算补贴（单独买的带宽、安全防护、数据库）',
  pages: '页',
  pageOf: (number: number, count: number): string => (count === 1 ? '这份材料' : `第${number}页`),
  up: '往前移',
  down: '往后移',
  takeOut: '去掉这一页',
  addPage: '再加一页',
  original: '看原件',
  opening: '正在打开……',
  duplicate: '这张发票以前传过了。同一张发票只能用一次。',
  toOther: '看以前那份',
  inUse: '这份材料已经用在申请里，不能改，也不能删。',
  delete: '删掉这份材料',
  deleteSure: '真的不要了，删掉',
  wrongFigure: '请填数字，比如 1060 或 1060.50',
  yuan: '单位：元',
  seals: (count: number): string => (count === 0 ? '没有看到红章' : `看到${count}个红章`),
} as const

export const slotsCopy = {
  title: '申请的材料',
  why: '登录后才能看公司的备案和申请。',
  readOnly: '已经提交，材料不能改了。要改，等审核的人退回来。',
  need: { text: '还没有放', tone: 'warn' },
  there: (count: number): StatusWords => ({ text: `放了${count}份`, tone: 'good' }),
  optional: { text: '可以不放', tone: 'mute' },
  cite: (clause: string): string => `依据：${clause}`,
  add: '放材料进来',
  choose: '用已经传过的',
  close: '好了',
  up: '往前移',
  down: '往后移',
  takeOut: '拿出来',
  look: '看一看',
  gone: '这份材料已经删掉了',
  conflict: '别的地方刚改过这件申请，下面是最新的。您刚才那一下没有存，请再看一看，再点一次。',
  saved: '已保存',
  wrongKind: (name: string): string => `这是一份${name}，放在这里可能不对`,
} as const
