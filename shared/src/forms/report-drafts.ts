import { formatDate, type IsoDate } from '../date'
import type { FactValues } from '../facts'
import type { Fen } from '../money'
import { dateOf, numberOf, type Paper, textOf } from '../papers'
import type { CompanyProfile } from './company-profile'
import { type Form, fieldOf } from './form'
import type { FormValues } from './form-values'
import { valueText } from './value-text'
import { wanText } from './wan'

/** What the drafts of 附件4 are made of. Nothing is invented: what is unknown is left out. */
export interface DraftSource {
  readonly company: CompanyProfile
  readonly contracts: readonly Paper[]
  /** All that were put in: proofs of use are read among them. */
  readonly papers: readonly Paper[]
  readonly facts: FactValues
  readonly settledFen?: Fen
}

const period = (from: IsoDate | undefined, to: IsoDate | undefined): string =>
  from === undefined || to === undefined ? '' : `，服务期从${formatDate(from)}到${formatDate(to)}`

function contractSentence(contract: Paper, company: CompanyProfile): string {
  const buyer = company.name ?? textOf(contract, 'buyerName') ?? '本公司'
  const seller = textOf(contract, 'sellerName')
  const number = textOf(contract, 'number')
  const signedOn = dateOf(contract, 'signedOn')
  const fen = numberOf(contract, 'totalFen')
  const service = textOf(contract, 'service')
  const chip = textOf(contract, 'chip')
  return [
    signedOn === undefined ? '' : `${formatDate(signedOn)}，`,
    `${buyer}${seller === undefined ? '' : `与${seller}`}签订《${textOf(contract, 'title') ?? '算力服务合同'}》`,
    number === undefined ? '' : `（合同编号：${number}）`,
    service === undefined ? '' : `，服务内容为${service}`,
    chip === undefined ? '' : `，芯片型号为${chip}`,
    period(dateOf(contract, 'startsOn'), dateOf(contract, 'endsOn')),
    fen === undefined ? '' : `，合同总额${wanText(fen)}万元`,
    '。',
  ].join('')
}

/** What a proof of use says was used; nothing where it names no figure. */
function useSentence(proof: Paper): readonly string[] {
  const hours = numberOf(proof, 'cardHours')
  if (proof.kind !== 'usage_log' || hours === undefined) return []
  const [from, to] = [dateOf(proof, 'startsOn'), dateOf(proof, 'endsOn')]
  const when = from === undefined || to === undefined ? '' : `${formatDate(from)}到${formatDate(to)}，`
  return [`按使用记录，${when}共使用${hours}卡时。`]
}

/** *信息技术服务*算力服务费: the name behind the asterisks. */
const lineName = (name: string): string => name.replace(/^\*[^*]*\*/, '').trim()

/** What was invoiced, month by month, and for what. */
function invoiceSentences(papers: readonly Paper[]): readonly string[] {
  const months = new Map<string, { fen: Fen; count: number; readonly names: Set<string> }>()
  for (const paper of papers) {
    const [on, fen] = [dateOf(paper, 'issuedOn'), numberOf(paper, 'totalFen')]
    if (paper.kind !== 'invoice' || on === undefined || fen === undefined) continue
    const month = months.get(on.slice(0, 7)) ?? { fen: 0, count: 0, names: new Set<string>() }
    month.fen += fen
    month.count += 1
    for (const { name } of paper.lines) if (lineName(name) !== '') month.names.add(lineName(name))
    months.set(on.slice(0, 7), month)
  }
  return [...months].sort().map(([month, { fen, count, names }]) => {
    const [year = '', number = ''] = month.split('-')
    const what = names.size === 0 ? '' : `，内容为${[...names].join('、')}`
    return `${year}年${Number(number)}月收到发票${count}张，共${wanText(fen)}万元${what}。`
  })
}

/** 三、价值及成效: what the filing says the compute is for. The effect nobody but a person knows. */
export function valueDraft(filing: Form, said: FormValues | undefined): string | undefined {
  const text = (id: string): string => {
    const field = fieldOf(filing, id)
    return field === undefined ? '' : valueText(field, said?.[id]?.value)
  }
  const [purposes, areas] = [text('purposes'), text('areasOfUse')]
  const parts = [purposes === '' ? '' : `用于${purposes}`, areas === '' ? '' : `应用领域为${areas}`]
  const known = parts.filter((part) => part !== '').join('，')
  return known === '' ? undefined : `本公司购买的算力${known}。`
}

/**
 * 二、算力资源使用情况: one sentence a contract, what was invoiced by month, what the
 * proofs say was used, and what was settled.
 */
export function usageDraft({ company, contracts, papers, settledFen }: DraftSource): string | undefined {
  if (contracts.length === 0) return undefined
  const settled = settledFen === undefined ? [] : [`截至目前，本公司实际结算算力费用${wanText(settledFen)}万元。`]
  const told = contracts.map((contract) => contractSentence(contract, company))
  return [...told, ...invoiceSentences(papers), ...papers.flatMap(useSentence), ...settled].join('\n')
}

/** 一、公司简介: from what the company says of itself. */
export function companyDraft({ company }: DraftSource): string | undefined {
  const { name, registeredOn, registeredAddress, introduction } = company
  const founded = registeredOn === undefined ? '' : `成立于${formatDate(registeredOn)}`
  const placed = registeredAddress === undefined ? '' : `注册地址为${registeredAddress}`
  const facts = [founded, placed].filter((text) => text !== '').join('，')
  const first = name === undefined || facts === '' ? [] : [`${name}${facts}。`]
  const text = [...first, ...(introduction === undefined ? [] : [introduction])].join('\n')
  return text === '' ? undefined : text
}
