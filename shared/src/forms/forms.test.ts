import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../papers'
import { contract, invoice } from '../papers/papers.fixture'
import {
  doubtOf,
  fieldOf,
  forms,
  prefill,
  reportLacks,
  unprintable,
  validateField,
  validateForm,
  wanText,
  withAnswer,
  withoutAnswer,
} from './index'

const field = (form: keyof typeof forms, id: string) => {
  const found = fieldOf(forms[form], id)
  if (found === undefined) throw new Error(`${form} has no ${id}`)
  return found
}

describe('万元', () => {
  it('is printed exactly to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (fen) => {
        const [whole = '', rest = ''] = wanText(fen).split('.')
        expect(BigInt(whole) * 1_000_000n + BigInt(rest.padEnd(6, '0'))).toBe(BigInt(fen))
        expect(rest).not.toMatch(/0$/)
      }),
    )
  })
})

describe('what is typed', () => {
  it.each([
    ['demand', 'legalPhone', '13800138000', true],
    ['demand', 'legalPhone', '0731-82212345', true],
    ['demand', 'legalPhone', '1380013800', false],
    ['demand', 'introduction', '字'.repeat(300), true],
    ['demand', 'introduction', '字'.repeat(301), false],
    ['demand', 'registeredOn', '2024-02-30', false],
    ['demand', 'registeredOn', '1992-03-05', true],
    ['demand', 'registeredOn', '0026-03-05', false],
    ['filing', 'contactEmail', 'a@b.cn', true],
    ['filing', 'contactEmail', 'ab.cn', false],
    ['filing', 'areasOfUse', ['agriculture', 'other'], true],
    ['filing', 'areasOfUse', ['mining'], false],
    ['application', 'bankAccount', '6222 0000 1111 2222', true],
    ['application', 'creditCode', '9143010', false],
    ['application', 'contracts', [{ ratio: 0.31 }], false],
  ] as const)('%s %s %s: %s', (form, id, value, right) => {
    expect(validateField(field(form, id), value) === undefined).toBe(right)
  })

  it.each([
    ['credit code', '91350100M000100Y43', undefined],
    ['credit code', ' 91350100m000100y43', undefined],
    ['credit code', '91350100M000100Y34', '抄错'],
    ['credit code', '9135', undefined],
    ['text', '91350100M000100Y34', undefined],
  ] as const)('a %s %s is to be looked at again: %s', (type, value, words) => {
    const doubt = doubtOf({ type }, value)
    if (words === undefined) expect(doubt).toBeUndefined()
    else expect(doubt).toContain(words)
  })

  it('an identity card has its check character, a passport has none', () => {
    const number = field('demand', 'legalIdNumber')
    const card = withAnswer({}, 'legalIdKind', 'id_card')
    expect(validateField(number, '11010519491231002X', card)).toBeUndefined()
    expect(validateField(number, '110105194912310021', card)).toContain('身份证号不对')
    expect(validateField(number, 'E12345678', withAnswer({}, 'legalIdKind', 'passport'))).toBeUndefined()
  })
})

describe('the sum claimed', () => {
  const claim = (settledFen: number, claimedFen: number) =>
    validateForm(
      forms.application,
      withAnswer(withAnswer({}, 'settledFen', settledFen), 'claimedFen', claimedFen),
    ).filter((problem) => problem.field === 'claimedFen')

  it.each([
    [100_000_000, 30_000_000, 0],
    [100_000_000, 30_000_001, 1],
    [10_000_000_000, 1_000_000_000, 0],
    [10_000_000_000, 1_000_000_001, 1],
  ])('of %d fen: %d', (settled, claimed, problems) => {
    expect(claim(settled, claimed)).toHaveLength(problems)
  })
})

it('nothing is filled in of nothing', () => {
  const nothing = { company: {}, papers: [], facts: {}, providers: [], earlier: {} }
  for (const form of Object.values(forms)) expect(prefill(form, nothing)).toEqual({})
})

describe('附件4 begins with what is known', () => {
  const said = withAnswer(withAnswer({}, 'purposes', ['data_labelling', 'data_analysis']), 'areasOfUse', [
    'agriculture',
  ])
  const log = (status: 'verified' | 'suggested'): Paper => {
    const field = <V extends string | number>(value: V) => ({ value, source: 'xml', confidence: 1, status }) as const
    const fields = { startsOn: field('2026-11-01'), endsOn: field('2026-11-04'), cardHours: field(1000) }
    return { ...contract(), id: 'log-1', kind: 'usage_log', fields }
  }
  const drafted = (papers: readonly Paper[], earlier: Parameters<typeof prefill>[1]['earlier'] = {}) =>
    prefill(forms.report, { company: {}, papers, facts: {}, providers: [], earlier })

  it('what the filing says it is for', () => {
    expect(drafted([], { filing: said }).aboutValue).toEqual({
      value: '本公司购买的算力用于数据标注、数据分析，应用领域为农业。',
      source: 'form',
      sourceId: 'filing',
      confirmed: false,
    })
    expect(drafted([]).aboutValue).toBeUndefined()
  })

  it('what a proof says was used, once somebody has looked at it', () => {
    const sentence = '按使用记录，2026年11月1日到2026年11月4日，共使用1000卡时。'
    expect(drafted([contract(), log('verified')]).aboutUsage?.value).toContain(sentence)
    expect(drafted([contract(), log('suggested')]).aboutUsage?.value).not.toContain('使用记录')
  })

  it('what was invoiced, month by month and for what; the same invoice once', () => {
    const march = invoice({ issuedOn: '2026-03-02' }, { id: 'invoice-2', lines: [] })
    const twice = invoice({}, { id: 'invoice-3', duplicateOf: 'invoice-1' })
    const papers = [contract(), invoice(), march, invoice({}, { id: 'invoice-4' }), twice]
    expect(String(drafted(papers).aboutUsage?.value).split('\n').slice(1)).toEqual([
      '2026年3月收到发票1张，共10.6万元。',
      '2026年4月收到发票2张，共21.2万元，内容为GPU算力服务费。',
    ])
  })

  it('and says what to add', () => {
    const lacks = (papers: readonly Paper[]) =>
      reportLacks({ company: {}, papers, facts: {}, providers: [], earlier: {} }).aboutUsage?.join('')
    const whole = contract({
      signedOn: '2026-02-01',
      service: '算力服务',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
    })
    expect(lacks([])).toMatch(/算力合同.*发票.*使用记录/)
    expect(lacks([contract({ service: undefined }), invoice(), log('verified')])).toMatch(/^在材料里.*服务内容.*看一遍/)
    expect(lacks([whole, invoice(), log('verified')])).toBe('用这些算力做成了什么，请您自己写。')
  })
})

describe('what a person wrote over what is known', () => {
  const known = { value: '测试银行', source: 'company', sourceId: 'bankName' } as const
  const before = { bankName: { ...known, confirmed: false } }

  it('stands, with what is known beside it, and comes back when it is taken back', () => {
    const after = withAnswer(withAnswer(before, 'bankName', '甲'), 'bankName', '乙')
    expect(after.bankName).toEqual({ value: '乙', source: 'person', confirmed: true, known })
    expect(withoutAnswer(after, 'bankName')).toEqual(before)
    expect(withoutAnswer(withAnswer({}, 'bankName', '甲'), 'bankName')).toEqual({})
  })

  it('is no change where it says the same', () => {
    expect(withAnswer(before, 'bankName', '测试银行').bankName?.known).toBeUndefined()
    const rows = { contracts: { value: [{ number: '1', totalFen: 2 }], source: 'paper', confirmed: false } } as const
    expect(withAnswer(rows, 'contracts', [{ totalFen: 2, number: '1' }]).contracts?.known).toBeUndefined()
    expect(withAnswer(rows, 'contracts', [{ totalFen: 3, number: '1' }]).contracts?.known).toBeDefined()
  })
})

it.each([
  ['赵喆堃䶮㛃，①㎡', []],
  ['赵𠮷𠮷测试', ['𠮷']],
  ['一行\n又一行\t\u200b', []],
])('of %j the font lacks %j', (text, lacks) => expect(unprintable(text)).toEqual(lacks))
