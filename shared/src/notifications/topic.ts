/** What a message is about, as a person chooses what to be told of. */
export type Topic =
  /** Where something that was sent in stands. */
  | 'progress'
  /** Something has to be corrected, explained or paid back. */
  | 'correction'
  /** Something falls due. */
  | 'reminder'
  /** A round of applications opens or closes. */
  | 'round'
  /** A policy document is about to end. */
  | 'document'
  /** A measure fits the company now, or fits no longer. */
  | 'news'

export interface TopicWords {
  readonly name: string
  readonly explanation: string
  /** The rules of the province demand it: nobody can turn it off. */
  readonly locked: boolean
}

export const topics: Readonly<Record<Topic, TopicWords>> = {
  progress: { name: '审核进度', explanation: '到了哪一步，结果怎么样。按规定一定要告诉您。', locked: true },
  correction: { name: '补正和说明', explanation: '哪里要改，最晚哪天。按规定一定要告诉您。', locked: true },
  reminder: { name: '到期提醒', explanation: '备案、补正快到期了，提前几天告诉您。', locked: false },
  round: { name: '申报开始和结束', explanation: '什么时候可以申请，什么时候截止。', locked: false },
  document: { name: '政策快失效', explanation: '您可能用得上的政策快要结束了。', locked: false },
  news: { name: '新的政策', explanation: '有了公司可以申请的新政策。', locked: false },
}

export const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text)
export const topicIds: readonly Topic[] = Object.keys(topics).filter(isTopic)
