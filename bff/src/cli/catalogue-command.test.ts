import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { CATALOGUE_USAGE, catalogueCommand } from './catalogue-command'
import { outcomeOf } from './command'

async function run(...args: string[]) {
  let out = ''
  const terminal = {
    read: async () => '',
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

  it.each([
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
