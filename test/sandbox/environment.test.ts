import { readPlatformSettings } from '@suanhui/bff/platforms/settings'
import { readWechatAccount } from '@suanhui/bff/wechat/settings'
import { describe, expect, it } from 'vitest'
import { sandboxEnvironment } from './environment'
import { testSandbox } from './test-sandbox'

describe('what the server is told of the sandbox', () => {
  it('the server understands', async () => {
    const sandbox = await testSandbox()
    const variables = sandboxEnvironment(sandbox, {})
    const problems: string[] = []
    const read = (name: string) => variables[name]
    expect(Object.keys(readPlatformSettings(read, problems))).toEqual([
      'hunan-scheduling',
      'hunan-projects',
      'shanxi-dispatch',
    ])
    expect(readWechatAccount(read, problems)).toMatchObject({ baseUrl: sandbox.url })
    expect(problems).toEqual([])
  })

  it('nothing of a system for which the operator gave their own', async () => {
    const variables = sandboxEnvironment(await testSandbox(), { HUNAN_PROJECTS_URL: 'https://projects.example' })
    expect(Object.keys(variables).filter((name) => name.startsWith('HUNAN_PROJECTS'))).toEqual([])
    expect(variables.HUNAN_SCHEDULING_URL).toBeDefined()
  })

  it('secrets lie in a file that others cannot read, and stay', async () => {
    const { statSync } = await import('node:fs')
    const first = await testSandbox()
    const dataDir = first.world.folder.replace(/\/sandbox$/, '')
    expect(statSync(`${dataDir}/sandbox-secrets.json`).mode & 0o777).toBe(0o600)
    await first.close()
    expect((await testSandbox({ dataDir })).secrets).toEqual(first.secrets)
  })
})
