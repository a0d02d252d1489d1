import type { Progress } from './questions/screens'

/** What the questions page says. */
export const questionsCopy = {
  title: '政策匹配',
  saved: (time: string): string => `已保存 ${time}`,
  notSaved: '回答只存在这部手机里',
  optional: '不确定的可以选“不清楚”，也可以先空着。',
  matters: '前面的回答已经够了，这一题不影响结果，可以不答。',
  next: '下一步',
  previous: '上一步',
  results: '先看结果',
  done: '都问完了',
  doneDetail: '再多回答也不会改变结果。',
  doneWithGaps: (count: number): string => `有${count}题空着。想好了，可以在结果里补上。`,
  doneWithDoubts: (open: number): string =>
    `还有${open}项，因为您选了“不清楚”，定不下来。问清楚了，随时回来改，没有时间限制。`,
  seeResults: '看结果',
  changeAnswers: '查看和修改回答',
  progress({ open, settledHere }: Progress): string {
    if (open === 0) return '每一项政策都有结论了'
    const rest = `还有${open}项政策没有定`
    return settledHere > 0 ? `${rest}，答完这一页能定${settledHere}项` : rest
  },
  page: (number: number): string => `第${number}页`,
} as const

export const resultsCopy = {
  title: '匹配结果',
  share: '分享这个页面（不含您的回答）',
  shareTitle: '看看公司能拿哪些算力和人工智能补贴',
  none: '还没有回答',
  noneDetail: '先回答几个问题，就能看到能申报什么。',
  start: '开始匹配',
  best: '可申报的，合起来最高',
  ceiling: '这是各项上限的合计，不是承诺，实际金额以评审为准。',
  nothing: '按现在的回答，还没有能确定申报的',
  more: '继续回答',
  filing: (days: number): string => `线下签的合同要在${days}天内备案。点开填签订日期，就知道最晚哪天。`,
  edit: '查看和修改回答',
  groups: {
    eligible: '可申报',
    undetermined: '补充信息后可定',
    near: '只差数字',
    opening: '未开放或将截止',
    ineligible: '不符合',
    expired: '已失效',
  },
  details: {
    undetermined: '下面每一项都写了还缺什么，点开就能补。',
    near: '别的条件没有不符合的，只有数字不够，差多少写在下面。',
    ineligible: '点开看原因',
    expired: '文件已经到期，只作历史查看，不能申报。',
  },
  noSums: (count: number): string => `有${count}项可申报，文件都没有写金额`,
  sure: (sum: string): string => `其中${sum}按文件能算准，其余是上限，不是承诺。`,
  madeOf: (count: number): string => `由${count}项组成`,
  leftOut: (count: number, why: string): string => `另有${count}项因同一事项只能选一项被放下：${why}`,
  group: (name: string, count: number): string => `${name}（${count}项）`,
  missing: (count: number): string => `还缺${count}项，点一项就能补：`,
  saidUnknown: '您选了“不清楚”',
  furtherFacts: (count: number): string => `还有${count}项`,
  rest: (count: number): string => `显示其余${count}项`,
  unknown: (count: number): string => `另有${count}项条件还不知道`,
  ends: (day: string, days: number, eligible: number, undetermined: number): string =>
    `${day}到期，还有${days}天。其中${[
      ...(eligible > 0 ? [`${eligible}项可申报`] : []),
      ...(undetermined > 0 ? [`${undetermined}项待补充信息`] : []),
    ].join('，')}`,
  begins: (day: string): string => `${day}开始施行`,
  ended: (documentNo: string, day: string): string => `${documentNo}，${day}已到期`,
  until: (day: string): string => `${day}到期`,
  by: (answers: readonly string[]): string =>
    answers.length > 0 ? `按${answers.join('、')}来看` : '还不知道是什么单位、在哪里',
  place: '每份文件只管自己的省市。先填所在地，很多项马上就有结论。',
  close: '好了',
} as const

export const measureCopy = {
  title: '措施详情',
  gone: '没有找到这一项',
  library: '去政策库看看',
  unmet: '没有达到这个条件：',
  amount: '能给多少',
  noFigure: '文件没有写金额，按有关政策支持',
  amountFacts: '填了这些，金额能算得更准：',
  displaced: '同一事项只能选一项，最高的组合里没有放它：',
  filing: '线下合同要备案',
  filingDetail: '不在调度平台上买、线下签的合同，要在期限内备案。填了签订日期，这里就算出最晚哪天。',
  howTo: '怎么申报',
  materials: '要准备的材料',
  noMaterials: '文件没有列出材料，以申报通知为准',
  applyAt: '到哪里申报',
  handledBy: '谁来办',
  deadline: '什么时候截止',
  document: '出自文件',
  rivals: '不能和这些同时拿',
  claim: '去申领这张券',
  apply: '去备案、申请补贴',
  here: '在这里填表、拍照、提交，就送到办理的平台，不用自己跑。',
  share: '分享这一项（不含您的回答）',
  rule: (words: string): string => `文件规定：${words}`,
  validity: (words: string): string => `文件${words}`,
  audience: (who: string): string => `给谁：${who}`,
  ended: (day: string): string => `${day}已到期，只作历史查看，不能申报。`,
  begins: (day: string, days: number): string => `${day}才开始施行，还有${days}天。`,
  notTold: '还没填，点这里填',
  tell: '点这里填',
  told: (answers: string): string => `您填的：${answers}`,
  criteria: (total: number, met: number): string => `申报条件（${total}条，符合${met}条）`,
} as const

export const combinationCopy = {
  title: '最高组合',
  none: '还没有能确定申报、又写了金额的项',
  start: '回答几个问题',
  total: '合起来最高',
  ceiling: '上限的合计，不是承诺。同一事项只算一次，取高的一项。',
  selected: '选中的',
  displaced: '放下的',
  displacedDetail: '同一件事不能拿两份钱，文件都要求取高的一项。',
  beside: '另外可申报，文件没有写金额',
  sure: (sum: string): string => `其中${sum}按文件能算准`,
  group: (name: string, count: number): string => `${name}（${count}项）`,
} as const

export const answersCopy = {
  title: '我的回答',
  none: '还没有回答',
  start: '开始匹配',
  kept: '回答只存在这部手机里，没有上传。',
  clear: '清空全部回答',
  sure: '清空后不能找回。确定要清空吗？',
  yes: '确定清空',
  no: '不清空',
  empty: '空着',
} as const
