/** The topics under which answers are listed, by the first part of a fact's id. */
const TOPICS: Readonly<Record<string, string>> = {
  company: '单位情况',
  finance: '经营和投资',
  rd: '研发、标准和专利',
  standards: '研发、标准和专利',
  patents: '研发、标准和专利',
  facility: '算力设施',
  platform: '平台',
  openSource: '开源',
  project: '项目、活动和集群',
  event: '项目、活动和集群',
  cluster: '项目、活动和集群',
  labelling: '项目、活动和集群',
  product: '产品',
  model: '模型',
  award: '获奖和入选',
  compute: '购买算力',
  provider: '提供算力',
  export: '提供算力',
}

export interface Topic {
  readonly title: string
  readonly facts: readonly string[]
}

/** The facts under their topics, both in the order of the table. A fact of a new kind stands under 其他. */
export function topicsOf(
  table: Readonly<Record<string, unknown>>,
  wanted: (fact: string) => boolean,
): readonly Topic[] {
  const topics = new Map<string, string[]>()
  for (const fact of Object.keys(table).filter(wanted)) {
    const title = TOPICS[fact.split('.')[0] ?? ''] ?? '其他'
    topics.set(title, [...(topics.get(title) ?? []), fact])
  }
  return [...topics].map(([title, facts]) => ({ title, facts }))
}
