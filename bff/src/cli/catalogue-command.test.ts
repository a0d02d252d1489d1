import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { CATALOGUE_USAGE, catalogueCommand } from './catalogue-command'
import { outcomeOf } from './command'

const files: Record<string, string> = {
  'stricter.json': JSON.stringify(catalogue).replace(
    '"facility.pflops","atLeast":50',
    '"facility.pflops","atLeast":80',
  ),
  'broken.json': '{"format":',
  'other.json': '{"format":9}',
}

async function run(...args: string[]) {
  let out = ''
  const terminal = {
    read: async (path: string) => files[path] ?? '',
    print: (text: string) => {
      out += text
    },
  }
  const [code, err] = await outcomeOf(() => catalogueCommand(args, terminal, catalogue, '2026-11-21'), CATALOGUE_USAGE)
  return { out, err, code }
}

describe('npm run catalogue', () => {
  it('lists every document and measure', async () => {
    const { out, code } = await run('list')
    expect(code).toBe(0)
    for (const { id, documentNo, measures } of catalogue.documents) {
      expect(out).toContain(documentNo)
      for (const { slug, title } of measures) {
        const line = out.split('\n').find((one) => one.startsWith(`  ${id}/${slug} `))
        expect(line?.endsWith(title)).toBe(true)
      }
    }
  })

  it('finds nothing wrong with the rules today, and says so when a document has run out', async () => {
    expect(await run('check')).toMatchObject({ code: 0, err: '' })
    const { out, code } = await run('check', '--as-of', '2027-01-01')
    expect(code).toBe(1)
    expect(out).toContain('expired-offered-as-open  sx-2024-35')
  })

  it('exports the rules, and compares two versions of them', async () => {
    expect(JSON.parse((await run('export')).out)).toEqual(catalogue)
    expect((await run('diff', 'current', 'current', '--companies', '300')).out).toContain('没有一家企业的结果有变化')
    const { out } = await run('diff', 'current', 'stricter.json', '--companies', '3000')
    expect(out).toMatch(/^hn-2025-4\/compute-centre +0 +[1-9]\d* +0 +0 +-/m)
    expect(out).toMatch(/要算力规模不低于80PFlops，它是[\d.]+PFlops/)
  })

  it.each([
    [['diff', 'current'], '用法'],
    [['diff', 'current', 'broken.json'], 'broken.json 不是'],
    [['diff', 'other.json', 'current'], 'other.json 不是'],
    [['diff', 'current', 'current', '--companies', 'many'], '--companies'],
    [[], '用法'],
    [['nothing'], '用法'],
    [['constructor'], '用法'],
    [['list', 'more'], '用法'],
    [['list', '--as-of', '2026-02-30'], '--as-of'],
    [['list', '--loud'], '选项 --loud 写得不对'],
  ])('refuses %j', async (args, message) => {
    const { out, err, code } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('explains itself', async () => {
    expect(await run('--help')).toEqual({ code: 0, out: CATALOGUE_USAGE, err: '' })
  })
})
