import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

/** The real program in a process of its own, as `npm start` runs it but for the bundle. */
const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = resolve(ROOT, 'bff/src/main.ts')

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'data-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PAGE_DIR: join(dataDir, 'no-page'), PORT: '0', ...env },
  })
  started.push(child)
  const output = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    output.out += part
  })
  child.stderr.on('data', (part) => {
    output.err += part
  })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const listening = async (): Promise<string> => {
    for (;;) {
      const url = /算惠通已启动：(\S+)/.exec(output.out)?.[1]
      if (url !== undefined) return url
      if (child.exitCode !== null) throw new Error(`did not start: ${output.err}`)
      await new Promise((wait) => setTimeout(wait, 20))
    }
  }
  return { child, output, exited, listening }
}

const keyOf = async (url: string) =>
  ((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }).keys[0]?.kid

describe('the program', { timeout: 60_000 }, () => {
  it('starts with nothing set, says where, serves, and stops cleanly when told to', async () => {
    const { child, output, exited, listening } = start({})
    const url = await listening()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect(output.out).toContain('npm run build')
    child.kill('SIGTERM')
    expect(await exited).toBe(0)
    // The lines of the last requests are written before it ends.
    expect(output.out).toContain('"route":"/readyz"')
    expect(output.err).toBe('')
  })

  it('makes its key once, for its own eyes only, and keeps it', async () => {
    const first = start({})
    const kid = await keyOf(await first.listening())
    first.child.kill('SIGINT')
    expect(await first.exited).toBe(0)
    const path = join(dataDir, 'keys/catalogue.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const second = start({})
    expect(await keyOf(await second.listening())).toBe(kid)
    const given = start({ CATALOGUE_SIGNING_KEY: await readFile(path, 'utf8'), DATA_DIR: join(dataDir, 'unused') })
    expect(await keyOf(await given.listening())).toBe(kid)
    await expect(stat(join(dataDir, 'unused/keys'))).rejects.toThrow()
  })

  it('leaves a data folder alone that another process works in', async () => {
    await start({}).listening()
    const { output, exited } = start({})
    expect(await exited).toBe(1)
    expect(output.err.trim().split('\n')).toHaveLength(1)
    expect(output.err).toContain('正在')
  })

  it('says in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { output, exited } = start({ PORT: String(port) })
    expect(await exited).toBe(1)
    expect(output.err.trim().split('\n')).toEqual([expect.stringContaining(`端口 ${port} 已经被别的程序占用`)])
    other.close()
  })

  it('says everything that is wrong with its settings at once, and not what the key is', async () => {
    const { output, exited } = start({
      PORT: '99999',
      SANDBOX_PORT: 'x',
      LOG_LEVEL: 'loud',
      CATALOGUE_SIGNING_KEY: '{"d":"SECRET"}',
    })
    expect(await exited).toBe(1)
    for (const name of ['PORT', 'SANDBOX_PORT', 'LOG_LEVEL', 'CATALOGUE_SIGNING_KEY']) {
      expect(output.err).toMatch(new RegExp(`^ +${name} `, 'm'))
    }
    expect(output.err).not.toContain('SECRET')
  })
})
