import type { PaperLine } from './paper'

/** What is left out when it is bought on its own (湘工信信息软件〔2026〕168号 三(二)), by the words lines use for it. */
const LEFT_OUT: readonly { readonly what: string; readonly words: readonly string[] }[] = [
  { what: '网络带宽', words: ['带宽', '宽带', '专线', '公网IP', '弹性IP', 'CDN', '流量包', '网络流量', 'EIP'] },
  {
    what: '安全防护',
    words: ['安全防护', '安全服务', '防火墙', 'WAF', 'DDOS', '高防', '堡垒机', '漏洞扫描', '杀毒', '等保', '入侵'],
  },
  { what: '数据库', words: ['数据库', 'RDS', 'MYSQL', 'REDIS', 'MONGODB', 'POSTGRESQL', 'ORACLE'] },
]

/** A line with one of these buys computing power, and may have the others in it. */
const COMPUTE: readonly string[] = [
  '算力',
  'GPU',
  'NPU',
  '云主机',
  '云服务器',
  '裸金属',
  '卡时',
  '训练',
  '推理',
  '模型',
  'TOKEN',
  '适配',
]

export interface LineKind {
  readonly excluded: boolean
  /** What it is, where it is left out or may have to be: 网络带宽. */
  readonly what?: string
  /** Computing power and something else in one line: nobody can tell the shares by its name. */
  readonly mixed: boolean
}

/** Whether a line is bandwidth, security or database bought on its own. A person's word outweighs its name. */
export function kindOfLine(line: PaperLine): LineKind {
  const name = line.name.normalize('NFKC').toUpperCase()
  const what = LEFT_OUT.find(({ words }) => words.some((word) => name.includes(word)))?.what
  const told = what === undefined ? {} : { what }
  if (line.excluded !== undefined) return { excluded: line.excluded, mixed: false, ...told }
  if (what === undefined) return { excluded: false, mixed: false }
  const mixed = COMPUTE.some((word) => name.includes(word))
  return { excluded: !mixed, mixed, what }
}
