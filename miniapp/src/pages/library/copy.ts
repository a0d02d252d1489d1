export const libraryCopy = {
  title: '政策库',
  intro: '收录的正式文件。已失效的留作历史，不能申报。',
  open: '有效的文件',
  history: '历史文件',
  gone: '没有找到这份文件',
  all: '看全部文件',
  inForce: '施行时间',
  serviceWindow: '补贴期',
  clauses: '条款',
  noMeasure: '没有可申报的项：',
  share: '分享这份文件',
  documentTitle: '文件详情',
  others: '其他',
  elsewhere: '内容写在别的条款的措施里',
  period: (from: string, to: string): string => `${from}到${to}`,
  issued: (issuer: string, day: string): string => `${issuer}，${day}印发`,
  measures: (count: number): string => `${count}项措施`,
  several: (title: string, count: number): string => `${title}（${count}份）`,
} as const

/** Without a figure of its own: those stand in the catalogue, which is renewed. */
export const helpCopy = {
  title: '算力券是什么',
  what: {
    title: '算力券是什么？',
    lines: ['公司花钱买算力，政府补贴一部分，这就是算力券。', '租GPU、用云上的算力、付费用大模型，都是买算力。'],
  },
  sums: '能补多少？',
  of: (area: string, title: string): string => `${area}：${title}`,
  parts: [
    {
      title: '湖南怎么办？',
      lines: [
        '1. 公司在省平台注册，市里、省里审核。',
        '2. 从登记过的供给方买算力。没有通过省平台买的，签了合同要按时备案。',
        '3. 用了算力、付了钱，留好发票和付款凭证。',
        '4. 到了申报时间，提交申请。',
        '5. 市里初审，专家评审，省里复核。公示没有异议，钱拨到公司账上。',
      ],
    },
    {
      title: '山西怎么办？',
      lines: ['1. 拿合同申领算力券。', '2. 买好算力，开了发票，付了钱。', '3. 拿发票和付款凭证来兑付。'],
    },
    {
      title: '要准备什么？',
      lines: ['合同、发票、付款凭证、用过算力的证明。用手机拍下来，表会自动填上一大半。'],
    },
    {
      title: '填错了怎么办？',
      lines: ['提交以前先检查一遍，哪里不对会告诉您。', '交上去以后，审核的人要改哪里，会退回来写明，改好再交。'],
    },
    {
      title: '填到一半有事怎么办？',
      lines: ['填一个字存一个字，随时可以走。没有网先存在手机里；换个手机，登录就能接着填。'],
    },
    {
      title: '怎么知道办到哪一步？',
      lines: ['每走一步都发短信，在“消息”和“进度”里也能看。'],
    },
  ],
  start: '看看我的公司能不能拿',
} as const
