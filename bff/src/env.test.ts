import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from './env'

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readEnv(variables)
    return []
  } catch (error) {
    if (error instanceof EnvError) return error.problems
    throw error
  }
}

describe('readEnv', () => {
  it('needs nothing: one machine, this machine, the page that was built here', () => {
    const env = readEnv({})
    expect(env).toMatchObject({ host: '127.0.0.1', port: 8787, sandboxPort: 8788, logLevel: 'info' })
    expect(env.catalogueSigningKey).toBeUndefined()
    expect(env.dataDir).toMatch(/[/\\]\.data$/)
    expect(env.pageDir).toMatch(/miniapp[/\\]dist[/\\]h5$/)
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', HOST: '', LOG_LEVEL: '' })).toEqual(readEnv({}))
  })

  it('takes what is given', () => {
    const given = { HOST: '0.0.0.0', PORT: '0', SANDBOX_PORT: '65535', DATA_DIR: 'd', PAGE_DIR: 'p', LOG_LEVEL: 'warn' }
    expect(readEnv(given)).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      sandboxPort: 65_535,
      dataDir: 'd',
      pageDir: 'p',
      logLevel: 'warn',
    })
  })

  it.each(['-1', '65536', '8787x', '1e3', ' 80', '0x50'])('refuses the port %j', (PORT) => {
    expect(problemsOf({ PORT })).toEqual([expect.stringContaining('PORT')])
  })

  it.each(['{', 'null', '[]', '{"kty":"EC","crv":"P-256","x":"a","y":"b"}', '{"kty":"RSA","d":"secret"}'])(
    'refuses the key %j without showing it',
    (CATALOGUE_SIGNING_KEY) => {
      const [problem, ...more] = problemsOf({ CATALOGUE_SIGNING_KEY })
      expect(more).toEqual([])
      expect(problem).toMatch(/^CATALOGUE_SIGNING_KEY /)
      expect(problem).not.toContain('secret')
    },
  )

  it('shows metrics only where a port is given, and then on this machine', () => {
    expect(readEnv({}).metrics).toBeUndefined()
    expect(readEnv({ METRICS_PORT: '9090' }).metrics).toEqual({ host: '127.0.0.1', port: 9090 })
    expect(readEnv({ METRICS_PORT: '9090', METRICS_HOST: '::' }).metrics).toEqual({ host: '::', port: 9090 })
    expect(problemsOf({ METRICS_PORT: 'x' })).toEqual([expect.stringContaining('METRICS_PORT')])
  })

  it('asks the company registry only with both its address and its key, and never shows the key', () => {
    expect(readEnv({}).registry).toBeUndefined()
    const given = { COMPANY_REGISTRY_URL: 'https://registry.test/v1/', COMPANY_REGISTRY_KEY: 'secret' }
    expect(readEnv(given).registry).toEqual({ url: 'https://registry.test/v1', key: 'secret' })
    expect(problemsOf({ ...given, COMPANY_REGISTRY_KEY: '' })).toEqual([
      expect.stringContaining('COMPANY_REGISTRY_KEY'),
    ])
    const [problem] = problemsOf({ ...given, COMPANY_REGISTRY_URL: 'ftp://registry.test' })
    expect(problem).toMatch(/^COMPANY_REGISTRY_URL /)
    expect(problem).not.toContain('secret')
  })

  it('lists everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', SANDBOX_PORT: 'y', LOG_LEVEL: 'z', CATALOGUE_SIGNING_KEY: '{}' })).toHaveLength(4)
  })
})
