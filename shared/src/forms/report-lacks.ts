import { numberOf, type Paper, textOf } from '../papers'
import type { Form } from './form'
import type { FormValues } from './form-values'
import { isBlank } from './form-values'
import type { DraftSource } from './report-drafts'

type Lack = readonly [lacks: boolean, words: string]

const wordsOf = (lacks: readonly Lack[]): readonly string[] => lacks.flatMap(([is, words]) => (is ? [words] : []))

/** What a contract says that the draft would tell. */
const TOLD: readonly (readonly [field: string, name: string])[] = [
  ['signedOn', '签订日期'],
  ['service', '服务内容'],
  ['startsOn', '服务开始的日子'],
  ['endsOn', '服务结束的日子'],
  ['totalFen', '合同总额'],
]

function contractLacks(contract: Paper): readonly Lack[] {
  const names = TOLD.filter(([field]) => contract.fields[field] === undefined).map(([, name]) => name)
  const which = textOf(contract, 'title') ?? textOf(contract, 'number') ?? '合同'
  return [[names.length > 0, `在材料里把“${which}”的${names.join('、')}看一遍，填上。`]]
}

function usageLacks({ contracts, papers }: DraftSource): readonly Lack[] {
  const invoices = papers.filter(({ kind }) => kind === 'invoice')
  const used = papers.some((paper) => paper.kind === 'usage_log' && numberOf(paper, 'cardHours') !== undefined)
  return [
    [contracts.length === 0, '放一份算力合同，这里就写得出和谁签的、多少钱。'],
    ...contracts.flatMap(contractLacks),
    [invoices.length === 0, '放上发票，这里就写得出每个月开了多少。'],
    [!used, '放上使用记录，把“卡时”核对一遍，这里就写得出用了多少。'],
    [true, '用这些算力做成了什么，请您自己写。'],
  ]
}

const isOpen = (said: FormValues | undefined, id: string): boolean => isBlank(said?.[id]?.value)

/** What the drafts of 附件4 could not say, and what to do about it, by field. */
export const lacksOf = (
  source: DraftSource,
  filing: Form,
  said: FormValues | undefined,
): Readonly<Record<string, readonly string[]>> => ({
  aboutCompany: wordsOf([
    [source.company.introduction === undefined, '在公司资料里写上单位简介，会带到这里。'],
    [source.company.registeredOn === undefined, '在公司资料里填上注册时间。'],
    [true, '国有、民营还是合资，人工智能方面做了什么，一年要用多少算力，请您自己写。'],
  ]),
  aboutUsage: wordsOf(usageLacks(source)),
  aboutValue: wordsOf([
    [isOpen(said, 'purposes') || isOpen(said, 'areasOfUse'), `${filing.annex}里选好用途和应用领域，会带到这里。`],
    [true, '项目的目标、现在的成效（有数字的写数字），请您自己写。'],
  ]),
})
