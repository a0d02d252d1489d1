import { outcomeOf } from '@suanhui/bff/cli/command'
import { MATCH_USAGE, matchCommand } from '@suanhui/bff/cli/match-command'
import { amountText } from '@suanhui/bff/cli/match-report'
import { match } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { BUYER } from './buyer'

const TODAY = '2026-11-21'
const VOUCHER = 'hn-2026-168/compute-voucher'

/** Runs the command on a file that holds the value, or the text as it stands. */
async function run(content: unknown, ...options: string[]) {
  let out = ''
  const asked: string[] = []
  const terminal = {
    read: async (path: string) => {
      asked.push(path)
      return typeof content === 'string' ? content : JSON.stringify(content)
    },
    print: (text: string) => {
      out += text
    },
  }
  const [code, err] = await outcomeOf(
    () => matchCommand(['facts.json', ...options], terminal, catalogue, TODAY),
    MATCH_USAGE,
  )
  return { out, err, code, asked, lines: out.split('\n') }
}

describe('npm run match', () => {
  it('shows the voucher with its ceiling, its note, its filing date and the best combination', async () => {
    const { lines, code, err } = await run(BUYER)
    expect([code, err]).toEqual([0, ''])
    const row = lines.findIndex((line) => line.includes(VOUCHER))
    expect(lines.slice(row - 2, row + 3)).toEqual([
      expect.stringMatching(/^可申报（\d+ 项）$/),
      expect.stringMatching(/^ {2}措施 +金额 +条件 +编号/),
      expect.stringMatching(/^ {2}算力券补贴 +最高12万元 +9\/9 +hn-2026-168\/compute-voucher$/),
      expect.stringContaining('金额：这是上限，不是承诺'),
      expect.stringContaining('注意：合同签订后30天内要备案，最晚2026年12月3日'),
    ])
    expect(lines).toContain('最好的组合：合计最高12万元')
  })

  it('names what is missing and what to ask next in words', async () => {
    const { lines } = await run({ ...BUYER, 'compute.annualPurchaseFen': undefined })
    expect(lines.find((line) => line.includes(VOUCHER))).toMatch(new RegExp(`${VOUCHER} +一年购买算力的费用$`))
    const next = lines.slice(lines.indexOf('接下来最值得回答：') + 1)
    expect(next[0]).toMatch(/^ {2}1\. .+？.*（[a-zA-Z.]+）$/)
  })

  it('tells documents that are over from those in force', async () => {
    const { lines } = await run(BUYER)
    expect(lines.find((line) => line.startsWith('已失效'))).toBeDefined()
    expect(lines.find((line) => line.includes('长政办发〔2021〕64号'))).toContain('2024年12月31日已到期')
    expect(lines.find((line) => line.includes('晋政办发〔2024〕35号'))).toContain('有效到2026年12月31日')
    expect((await run(BUYER, '--as-of', '2020-01-01')).lines.find((line) => line.startsWith('还没开始'))).toBeDefined()
  })

  it('names each measure once', async () => {
    const { out } = await run({})
    for (const { id, measures } of catalogue.documents) {
      for (const { slug } of measures) expect(out.match(new RegExp(`  ${id}/${slug}( |$)`, 'gm'))).toHaveLength(1)
    }
  })

  it.each(['all', VOUCHER, `cs-2025-16/talent, ${VOUCHER}`])(
    'explains %s: ✓ ✗ ? with clause and what lacks',
    async (ids) => {
      const poor = { ...BUYER, 'compute.annualPurchaseFen': 4_000_000, 'compute.hasScenarioPlan': null }
      const { out } = await run(poor, '--explain', ids)
      expect(out).toContain('✓ 企业所在地在湖南省（四4）')
      expect(out).toContain('✗ 一年购买算力的费用不低于5万元（二(一)2），现在是4万元，要5万元')
      expect(out).toMatch(/\? .+（二\(一\)3）/)
    },
  )

  it('says with --json what the API says', async () => {
    const { out } = await run(BUYER, '--json', '--explain', VOUCHER)
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(match(catalogue, BUYER, TODAY, [VOUCHER]))))
  })

  it('takes a whole request, and options go before what it says', async () => {
    const request = { facts: BUYER, asOf: '2026-12-31', explain: 'all' }
    expect(JSON.parse((await run(request, '--json')).out).asOf).toBe('2026-12-31')
    const { out } = await run(request, '--json', '--as-of', '2027-01-01', '--explain', 'none')
    expect(JSON.parse(out)).toMatchObject({ asOf: '2027-01-01' })
    expect(out).not.toContain('"criteria"')
  })

  it('hands - on as standard input', async () => {
    const terminal = { read: async (path: string) => (path === '-' ? '{}' : 'x'), print: () => {} }
    expect(await outcomeOf(() => matchCommand(['-'], terminal, catalogue, TODAY), MATCH_USAGE)).toEqual([0, ''])
  })

  it('says what is wrong with each fact, on standard error, and answers nothing', async () => {
    const { out, err, code } = await run(
      { 'company.kind': 'shop', 'compute.annualPurchaseFen': -1, nope: 1, 'compute.resold': false },
      '--as-of',
      '2026-02-30',
      '--explain',
      'a/b',
    )
    expect([code, out]).toEqual([2, ''])
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split('：')[0]),
    ).toEqual(['asOf', 'company.kind', 'compute.annualPurchaseFen', 'nope', 'explain'])
  })

  it.each<[string, unknown, readonly string[], string]>([
    ['broken JSON', '{', [], 'facts.json 里不是正确的 JSON'],
    ['a list', '[]', [], 'facts.json 里要写一个 JSON 对象'],
    ['an unknown option', BUYER, ['--yaml'], '选项 --yaml 写得不对'],
    ['an option without its value', BUYER, ['--as-of'], '选项 --as-of 写得不对'],
    ['two files', BUYER, ['more.json'], '用法'],
    ['an unknown key of a request', { facts: {}, fact: {} }, [], 'fact：'],
  ])('refuses %s', async (_what, content, options, message) => {
    const { out, err, code } = await run(content, ...options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('explains itself', async () => {
    expect(await run({}, '--help')).toMatchObject({ code: 0, out: MATCH_USAGE, asked: [] })
  })
})

describe('the sum', () => {
  it.each([
    [null, '—'],
    [{ basis: 'up_to', minFen: 0, maxFen: 12_000_000 }, '最高12万元'],
    [{ basis: 'fixed', minFen: 100_000_000, maxFen: 100_000_000 }, '100万元'],
    [{ basis: 'formula', minFen: 10_000_000, maxFen: 10_000_000 }, '10万元'],
    [{ basis: 'formula', minFen: 8_000_000, maxFen: 12_000_000 }, '8万元到12万元'],
    [{ basis: 'formula', minFen: 0, maxFen: 12_000_000 }, '最高12万元'],
    [{ basis: 'formula', minFen: 0, maxFen: null }, '信息填全才能算'],
    [{ basis: 'case_by_case', minFen: 0, maxFen: null }, '一事一议'],
    [{ basis: 'unspecified', minFen: null, maxFen: null }, '按有关政策'],
  ] as const)('%j reads %s', (amount, text) => expect(amountText(amount)).toBe(text))
})
