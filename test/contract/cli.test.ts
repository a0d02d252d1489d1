import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { MatchAnswer } from '@suanhui/shared/api'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUYER, TODAY, testServer } from './server'

const ROOT = resolve(import.meta.dirname, '../..')

/** A real command, fed through standard input. */
async function run(name: string, args: readonly string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', resolve(ROOT, `bff/src/cli/${name}.ts`), ...args], {
    cwd: ROOT,
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number | null }
}

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

describe('on the command line', { timeout: 30_000 }, () => {
  it('--json says exactly what the API says, version and all', async () => {
    const request = { facts: BUYER, asOf: TODAY, explain: 'all' }
    const { out, err, code } = await run('match', ['-', '--json'], JSON.stringify(request))
    expect([code, err]).toEqual([0, ''])
    expect(MatchAnswer.parse(JSON.parse(out))).toEqual(await (await server.match(request)).json())
  })

  it('a bad fact ends with code 2 and its name on standard error', async () => {
    const { out, err, code } = await run('match', ['-'], '{"compute.annualPurchaseFen": 0.5}')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^compute\.annualPurchaseFen：/)
    expect(await run('match', ['no-such-file.json'])).toMatchObject({ code: 2, err: '找不到文件：no-such-file.json\n' })
  })

  it('lists the catalogue', async () => {
    const { out, code } = await run('catalogue', ['list'])
    expect(code).toBe(0)
    expect(out).toContain('hn-2026-168/compute-voucher')
  })
})
