import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, type Change, newSubject, type SubjectKind, type SubjectState, statusesOf, stepOf } from '../status'
import { companyShortName } from './company-short-name'
import { compose } from './compose'
import { fitSms, fitWechat, type WechatFieldType } from './fit'
import type { Message } from './message'
import type { News, NewsContext, StatusNews } from './news'
import { quietUntil } from './quiet-hours'
import { REMIND_DAYS, reminderFor } from './remind-on'
import { smsTemplates, wechatTemplates } from './templates'

const KINDS: readonly SubjectKind[] = ['registration', 'filing', 'application', 'voucher']
const CONTEXT: NewsContext = {
  companyId: '0b9c1d52-0000-4000-8000-000000000001',
  companyName: '长沙测试智能科技有限公司',
  today: '2026-11-21',
}
const ITEM = {
  id: 'i1',
  about: { paper: 'p1' },
  kind: 'incorrect',
  note: '发票不清楚，请重新拍',
  dueOn: '2026-12-01',
  resolvedAt: undefined,
} as const

const statusNews = (
  kind: SubjectKind,
  to: SubjectState,
  change: Change,
  more: Partial<StatusNews> = {},
): StatusNews => ({
  type: 'status',
  subjectKind: kind,
  subjectId: '0b9c1d52-0000-4000-8000-000000000002',
  from: newSubject(kind),
  to,
  event: { sequence: 7, occurredAt: '2026-11-21T02:00:00.000Z', change },
  ...more,
})

const everyStep = KINDS.flatMap((kind) =>
  statusesOf(kind)
    .filter((status) => status !== 'draft')
    .map(
      (status) =>
        [kind, status, statusNews(kind, { ...newSubject(kind), status }, { type: 'moved', to: status })] as const,
    ),
)

/** Within the limits of every vendor; nobody is named, no sum of money, no id, no English. */
function expectSendable({ title, text, sms, wechat }: Message): void {
  for (const words of [title, text]) expect(words).toMatch(/^[^A-Za-z]+$/)
  expect([...title].length).toBeLessThanOrEqual(30)
  const fields: Readonly<Record<string, WechatFieldType>> = wechatTemplates[wechat.template].fields
  expect(Object.keys(wechat.values)).toEqual(Object.keys(fields))
  for (const [name, type] of Object.entries(fields)) {
    const value = wechat.values[name] ?? ''
    expect(value).not.toBe('')
    if (type === 'thing') expect([...value].length).toBeLessThanOrEqual(20)
    if (type === 'phrase') expect(value).toMatch(/^\p{Script=Han}{1,5}$/u)
    if (type === 'date') expect(value).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/)
  }
  if (sms === undefined) return
  const whole = smsTemplates[sms.template].text.replace(/\{(\w+)\}/g, (_, name: string) => sms.values[name] ?? '?')
  expect(whole).not.toMatch(/[?{}]|元|https?:/)
  for (const value of Object.values(sms.values)) expect([...value].length).toBeLessThanOrEqual(35)
  expect([...whole].length).toBeLessThanOrEqual(134)
}

describe('a message for every step', () => {
  it.each(everyStep)('%s %s: what happened, what to do, what is next', (kind, status, news) => {
    const message = compose(news, CONTEXT)
    const { label, meaning, next, holder, acts } = stepOf({ kind, status })
    expect(message.title).toContain(label)
    expect(message.text).toContain(meaning)
    expect(message.text).toContain(next)
    expect(message.smsAlways).toBe(true)
    expect(message.topic).toBe(holder === 'applicant' && acts.length > 0 ? 'correction' : 'progress')
    expectSendable(message)
  })

  it('says by when, and how many', () => {
    const to: SubjectState = { ...newSubject('application'), status: 'returned', items: [ITEM, { ...ITEM, id: 'i2' }] }
    const change: Change = { type: 'moved', to: 'returned', note: '请按要求补正', items: [ITEM] }
    const message = compose(statusNews('application', to, change), CONTEXT)
    expect(message.text).toContain('2026年12月1日前办好')
    expect(message.text).toContain('一共有2处要改')
    expect(message.text).toContain('平台写的是：请按要求补正')
    expect(message.sms).toEqual({
      template: 'to_do.1',
      values: { company: '长沙测试智能科技', subject: '补贴申请', what: '退回补正', due: '2026年12月1日' },
    })
    expect(message.link).toEqual({
      page: 'corrections',
      params: { companyId: CONTEXT.companyId, submissionId: '0b9c1d52-0000-4000-8000-000000000002' },
    })
    expectSendable(message)
  })

  it.each([
    ['2026-11-21', true],
    ['2026-11-22', true],
    ['2026-11-23', false],
  ])('is urgent only where it is due by tomorrow: %s %s', (dueOn, urgent) => {
    const to: SubjectState = { ...newSubject('filing'), status: 'returned' }
    expect(compose(statusNews('filing', to, { type: 'moved', to: 'returned' }, { dueOn }), CONTEXT).urgent).toBe(urgent)
  })

  it.each<[Change, string]>([
    [{ type: 'passed', department: 'industry' }, '市工信局已经审核通过'],
    [{ type: 'passed', department: 'finance' }, '市财政局已经审核通过'],
    [{ type: 'item_opened', item: ITEM }, '发票不清楚，请重新拍'],
    [{ type: 'item_withdrawn', itemId: 'i1' }, '有一处不用改了'],
    [{ type: 'unknown', words: '省厅会商' }, '省厅会商'],
  ])('%j', (change, words) => {
    const state: SubjectState = { ...newSubject('application'), status: 'city_review', sequence: 6 }
    const event = { eventId: 'e7', sequence: 7, occurredAt: '2026-11-21T02:00:00.000Z', change }
    const message = compose(statusNews('application', apply(state, event).state, change), CONTEXT)
    expect(message.text).toContain(words)
    expectSendable(message)
  })

  it('shows what the table does not allow in words that can be read, and no code', () => {
    const to: SubjectState = { ...newSubject('application'), status: 'city_review', unknown: 'paid' }
    expectSendable(compose(statusNews('application', to, { type: 'moved', to: 'paid' }), CONTEXT))
    const other: SubjectState = { ...to, unknown: 'XQ_77' }
    expectSendable(compose(statusNews('application', other, { type: 'unknown', words: 'XQ_77' }), CONTEXT))
  })
})

const others: readonly News[] = [
  { type: 'refused', subjectKind: 'filing', subjectId: 's', writeId: 'w', reason: '合同看不清' },
  { type: 'refused', subjectKind: 'filing', subjectId: 's', writeId: 'w', reason: '' },
  { type: 'refused', subjectKind: 'filing', subjectId: 's', writeId: 'w', reason: '好几天都连不上', unreached: true },
  { type: 'filing_due', paperId: 'p', dueOn: '2026-11-21' },
  { type: 'filing_due', paperId: 'p', dueOn: '2026-11-22' },
  { type: 'filing_due', paperId: 'p', dueOn: '2026-12-01' },
  { type: 'correction_due', subjectKind: 'application', subjectId: 's', dueOn: '2026-11-22', open: 2 },
  { type: 'round_opens', roundId: 'r', name: '2026年第一批算力券补贴申报', on: '2026-11-28' },
  { type: 'round_opens', roundId: 'r', name: '2026年第一批算力券补贴申报', on: '2026-11-21' },
  { type: 'round_closes', roundId: 'r', name: '2026年第一批算力券补贴申报', on: '2026-11-22' },
  { type: 'voucher_ending', submissionId: 's', on: '2026-12-20' },
  { type: 'document_ending', documentId: 'd', title: '支持算力发展的若干政策措施', on: '2026-12-21' },
  ...(['gain', 'lose', 'more', 'less'] as const).map(
    (change): News => ({ type: 'measure', measureId: 'd/m', title: '算力券补贴', catalogueVersion: 'v', change }),
  ),
]

describe('reminders and other news', () => {
  it.each(others.map((news) => [news.type, news] as const))('%s can be sent', (_, news) => {
    expectSendable(compose(news, CONTEXT))
  })

  it('breaks the quiet hours only for what falls due', () => {
    expect(others.filter((news) => compose(news, CONTEXT).urgent).map(({ type }) => type)).toEqual([
      'filing_due',
      'filing_due',
      'correction_due',
    ])
  })

  it('has the same key all day, and a new one at the next reminder', () => {
    const keyOn = (today: string) =>
      compose({ type: 'filing_due', paperId: 'p', dueOn: '2026-12-01' }, { ...CONTEXT, today }).dedupeKey
    expect(new Set(['2026-11-21', '2026-11-25', '2026-11-27'].map(keyOn)).size).toBe(1)
    expect(new Set(['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01'].map(keyOn)).size).toBe(4)
  })
})

describe('values', () => {
  it.each<[WechatFieldType, string, string | undefined]>([
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing', '第一行\n第二行\u0007', '第一行 第二行'],
    ['thing', ' \n ', undefined],
    ['phrase', '退回补正', '退回补正'],
    ['phrase', '平台没有收下', undefined],
    ['phrase', 'OK', undefined],
    ['date', '2026-12-03', '2026年12月3日'],
    ['date', '2026-02-30', undefined],
    ['time', '9:05', '9:05'],
    ['time', '25:00', undefined],
    ['amount', '¥1234.50', '¥1234.50'],
    ['amount', '12345678901', undefined],
    ['number', '42', '42'],
    ['number', '四十二', undefined],
    ['character_string', 'HN-2026/001', 'HN-2026/001'],
    ['character_string', '编号1', undefined],
    ['letter', 'abc', 'abc'],
    ['name', '欧阳测试', '欧阳测试'],
    ['name', '一二三四五六七八九十一', '一二三四五六七八九…'],
    ['phone_number', '0731-8888', '0731-8888'],
    ['car_number', '湘A12345', '湘A12345'],
    ['car_number', '湘A1234567', undefined],
  ])('%s %j becomes %j', (type, text, fitted) => {
    expect(fitWechat(type, text)).toBe(fitted)
  })

  it('are never longer than the vendors take, and never hold a line break or a link', () => {
    const strings = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('补', '\n', 'https://a', '【', '😀', ' ') }),
    )
    fc.assert(
      fc.property(strings, (text) => {
        const thing = fitWechat('thing', text) ?? '无'
        const value = fitSms(text) ?? '无'
        expect([...thing].length).toBeLessThanOrEqual(20)
        expect([...value].length).toBeLessThanOrEqual(35)
        for (const one of [thing, value]) expect(one).not.toMatch(/[\p{Cc}]|^\s|\s$/u)
        expect(value).not.toMatch(/https?:|[【】]/)
      }),
    )
  })

  it.each([
    ['长沙测试智能科技有限公司', '长沙测试智能科技'],
    ['测试股份有限公司', '测试'],
    ['有限公司', '有限公司'],
    ['湖南某某某某某某某某某某测试有限责任公司', '湖南某某某某某某某某某…'],
  ])('%s is called %s', (name, short) => {
    expect(companyShortName(name)).toBe(short)
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-11-21T12:59:59.999Z', undefined],
    ['2026-11-21T13:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21T15:59:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21T23:59:59.999Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T00:00:00.000Z', undefined],
  ])('%s → %s', (now, until) => {
    expect(quietUntil(new Date(now))?.toISOString()).toBe(until)
  })
})

describe('when to remind', () => {
  it.each([
    [11, undefined],
    [10, 10],
    [4, 10],
    [3, 3],
    [2, 3],
    [1, 1],
    [0, 0],
    [-1, undefined],
  ])('%i days left: %s', (left, step) => {
    expect(reminderFor(REMIND_DAYS.filing_due, left)).toBe(step)
  })
})
