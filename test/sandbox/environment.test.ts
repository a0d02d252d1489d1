import { randomUUID } from 'node:crypto'
import { createLog } from '@suanhui/bff/log'
import { connectPlatforms } from '@suanhui/bff/platforms/connect'
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

  it.each(['hmac', 'sm2'] as const)('both sides sign with %s, by configuration alone', async (signing) => {
    const sandbox = await testSandbox({ signing })
    const variables = sandboxEnvironment(sandbox, { PLATFORM_SIGNING: signing })
    const problems: string[] = []
    const settings = readPlatformSettings(
      (name) => variables[name] ?? (name === 'PLATFORM_SIGNING' ? signing : undefined),
      problems,
    )
    expect(problems).toEqual([])
    const algorithm = signing === 'sm2' ? 'SM2-SM3' : 'HMAC-SHA256'
    expect(Object.values(settings).map((one) => one?.secret.algorithm)).toEqual([algorithm, algorithm, algorithm])
    const world = {
      fetch: globalThis.fetch,
      clock: () => new Date(),
      newId: randomUUID,
      random: Math.random,
      log: createLog('silent'),
      elapsedMs: () => performance.now(),
    }
    const { connected } = connectPlatforms(settings, world, { statusListeners: [], writeListeners: [] })
    for (const platform of Object.values(connected))
      expect(await platform?.eventsAfter('')).toMatchObject({ result: 'read' })
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
