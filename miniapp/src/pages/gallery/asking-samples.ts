import type { FactDefinition, FactScalar } from '@suanhui/shared/facts'
import type { FilledValue, FormField } from '@suanhui/shared/forms'
import type { Draft } from '../../stores/answers-state'

interface FactSample {
  readonly id: string
  readonly definition: FactDefinition
}

const options = { a: '自己用', b: '给别人用', c: '自己用，也按合同约定的价钱给上下游的公司用' }

/** One question of every type. */
export const factSamples: readonly FactSample[] = [
  {
    id: 'sample.yes',
    definition: {
      type: 'bool',
      label: '已经登记',
      question: '模型在国家网信办登记了吗？',
      help: '在网信办的公告里能查到名字，就是登记了。',
      yes: '已经登记',
      no: '没有登记',
    },
  },
  { id: 'sample.sum', definition: { type: 'fen', label: '买算力的钱', question: '今年买算力花了多少钱？' } },
  {
    id: 'sample.count',
    definition: { type: 'int', label: '服务器', question: '有几台服务器？', unit: '台', step: 1 },
  },
  { id: 'sample.share', definition: { type: 'ratio', label: '增长', question: '收入比去年多了多少？', signed: true } },
  { id: 'sample.day', definition: { type: 'date', label: '成立日期', question: '公司哪天成立的？' } },
  { id: 'sample.place', definition: { type: 'code', label: '注册地', question: '公司注册在哪里？' } },
  { id: 'sample.one', definition: { type: 'one of', label: '给谁用', question: '算力给谁用？', options } },
  { id: 'sample.set', definition: { type: 'set of', label: '做过什么', question: '做过下面哪些事？', options } },
]

interface Answer {
  readonly value?: FactScalar | null | undefined
  readonly draft?: Draft | undefined
}

/** Answers that show more than the open question: unknown, and what cannot be read. */
export const factStarts: Readonly<Record<string, Answer>> = {
  'sample.yes': { value: true },
  'sample.sum': { value: 40_000_000 },
  'sample.share': { draft: { text: '很多' } },
  'sample.day': { value: null },
  'sample.one': { value: 'c' },
}

interface FieldSample {
  readonly field: FormField
  readonly filled?: FilledValue
  readonly problem?: string
}

const words = { hint: '照营业执照填', required: true } as const
const choices = [
  { key: 'a', label: '自己用' },
  { key: 'b', label: '给别人用' },
]

/** One field of every type of the official tables: empty, filled in, wrong. */
export const fieldSamples: readonly FieldSample[] = [
  { field: { ...words, id: 'text', label: '单位全称', type: 'text', max: 60 } },
  {
    field: { ...words, id: 'code', label: '信用代码', type: 'credit code' },
    filled: { value: '91430100MA4L0000XX', source: 'company', confirmed: true },
    problem: '最后一位对不上，请对照营业执照看一遍',
  },
  {
    field: { ...words, id: 'sum', label: '合同金额', type: 'fen', hint: '不含税' },
    filled: { value: 12_500_000, source: 'paper', confirmed: true },
  },
  { field: { ...words, id: 'share', label: '补贴比例', type: 'ratio', hint: '文件里写的' } },
  {
    field: { ...words, id: 'day', label: '签合同的日期', type: 'date', hint: '合同最后一页' },
    problem: '请选日期',
  },
  { field: { ...words, id: 'sure', label: '是否中小企业', type: 'yes no', hint: '不清楚就问会计' } },
  {
    field: { ...words, id: 'kind', label: '算力用途', type: 'one of', hint: '选一个', options: choices },
    filled: { value: 'a', source: 'person', confirmed: true },
  },
  {
    field: { ...words, id: 'uses', label: '用在哪些地方', type: 'several of', hint: '可以选几个', options: choices },
    filled: { value: ['b'], source: 'person', confirmed: true },
  },
  {
    field: { ...words, id: 'about', label: '公司介绍', type: 'long text', hint: '做什么，有多少人', max: 500 },
    filled: { value: '这是一家测试用的公司，名字和内容都是编的。', source: 'person', confirmed: true },
  },
  {
    field: {
      ...words,
      id: 'contracts',
      label: '合同',
      hint: '一份合同填一行',
      type: 'rows',
      rowName: '合同',
      least: 1,
      most: 3,
      columns: [
        { ...words, id: 'name', label: '合同名称', hint: '合同第一页', type: 'text', max: 60 },
        { ...words, id: 'fen', label: '这份的金额', hint: '不含税', type: 'fen' },
      ],
    },
    filled: { value: [{ name: '算力服务合同（测试）', fen: 100_000_000 }], source: 'paper', confirmed: true },
  },
]
