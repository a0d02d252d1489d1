import type { PaperKind } from '@suanhui/shared/papers'
import { compact, type Piece } from './layout'

/** Words that only papers of a kind have, each worth one. */
const WORDS: readonly (readonly [PaperKind, readonly RegExp[]])[] = [
  ['invoice', [/发票号码|发票代码/, /开票日期/, /价税合计/, /税率|征收率/, /购买?方|销售?方/, /(电子|专用|普通)发票/]],
  ['contract', [/合同|协议/, /甲方/, /乙方/, /第[一二三四五]条|^一、/m, /签订|签署|盖章/, /违约|争议|生效/]],
  [
    'payment_slip',
    [/回单|付款凭证|转账凭证|汇款/, /付款[人方]|付款单位/, /收款[人方]|收款单位/, /账号|帐号/, /流水|交易/],
  ],
  ['compute_bill', [/账单/, /账期|计费周期|出账/, /卡时|算力|GPU|实例/i, /应付|账单金额|总计|合计/, /客户|用户名称/]],
  ['usage_log', [/使用记录|使用日志|运行记录|作业/, /开始时间/, /结束时间/, /卡时|GPU/i]],
  ['licence', [/营业执照/, /统一社会信用代码/, /法定代表人/, /经营范围/, /注册资本/]],
  ['id_document', [/居民身份证|公民身份号码/, /签发机关|有效期限/, /住址|民族/]],
]

export interface FoundKind {
  readonly kind: PaperKind
  /** 0 to 1. */
  readonly confidence: number
}

function scores(pieces: readonly Piece[]): readonly FoundKind[] {
  const text = compact(pieces)
  return WORDS.map(([kind, words]): FoundKind => {
    const found = words.filter((word) => word.test(text)).length
    return { kind, confidence: found / words.length }
  }).sort((a, b) => b.confidence - a.confidence)
}

const SURE = 0.6
const LIKELY = 0.4

/**
 * What a paper is. What the person said counts, unless nothing on it fits and all fits another kind; no kind is
 * invented for a paper with hardly a word of any.
 */
export function kindOf(pieces: readonly Piece[], said: PaperKind | undefined): FoundKind {
  const [best, ...rest] = scores(pieces)
  if (!best) return { kind: said ?? 'other', confidence: 0 }
  if (said === undefined) return best.confidence >= LIKELY ? best : { kind: 'other', confidence: 1 - best.confidence }
  const own = [best, ...rest].find(({ kind }) => kind === said)
  if (!own) return { kind: said, confidence: best.confidence >= SURE ? 0.3 : 0.7 }
  return own.confidence < 0.2 && best.confidence >= SURE ? best : own
}
