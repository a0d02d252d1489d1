import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readEnv } from '@suanhui/bff/env'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const manual = readFileSync(join(root, 'bff/operate/OPERATING.md'), 'utf8')

/** The rows of the tables under a heading, by their first cell. */
const firstCells = (heading: string): readonly string[] => {
  const [, section = ''] = manual.split(`\n## ${heading}\n`)
  const [own = ''] = section.split(/\n## /)
  return own
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|')[1] ?? '')
}

/** Runs through the environment as one whose variables are what `value` says, and notes every name that is asked for. */
function asked(value: (name: string) => string | undefined): readonly string[] {
  const names = new Set<string>()
  const variables = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get(_, name) {
        names.add(String(name))
        return value(String(name))
      },
    },
  )
  try {
    readEnv(variables)
  } catch {
    // What is wrong with the values does not matter here.
  }
  return [...names]
}

describe('the manual', () => {
  it('lists every variable that the server reads, and no other', () => {
    // Some are read only where others say so: each way is gone once.
    const ways: Readonly<Record<string, string>>[] = [
      {},
      { SMS_VENDOR: 'aliyun', SMS_VENDOR_SECOND: 'tencent' },
      { PLATFORM_SIGNING: 'sm2' },
      { PLATFORM_SIGNING: 'hmac' },
    ]
    const read = new Set(ways.flatMap((way) => [...asked((name) => way[name]), ...asked((name) => way[name] ?? 'x')]))
    const listed = firstCells('Settings').flatMap((cell) =>
      [...cell.matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => name),
    )
    expect(listed.length).toBe(new Set(listed).size)
    expect([...listed].sort()).toEqual([...read].sort())
  })

  it('lists every metric', () => {
    const folder = join(root, 'bff/src/metrics')
    const source = readdirSync(folder).map((file) =>
      file.includes('.test.') ? '' : readFileSync(join(folder, file), 'utf8'),
    )
    const named = [...source.join('').matchAll(/'suanhuitong_(\w+)'/g)].map(([, name]) => name)
    const listed = firstCells('Metrics').flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))
    expect(named.length).toBeGreaterThan(10)
    expect([...listed].sort()).toEqual([...named].sort())
  })

  it('names only commands that there are', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    const commands = [...manual.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    const own: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'bff/package.json'), 'utf8'))
    expect(commands.filter((name) => scripts[name] === undefined && own.scripts[name] === undefined)).toEqual([])
    // In a container there is no source: those on the data are built beside the server.
    const onData = commands.filter((name) => {
      const file = join(root, `bff/src/cli/${name}.ts`)
      return existsSync(file) && readFileSync(file, 'utf8').includes('runOnDatabase')
    })
    expect(onData.length).toBeGreaterThan(5)
    const built = own.scripts['build:commands'] ?? ''
    expect(onData.filter((name) => !built.includes(`src/cli/${name}.ts`))).toEqual([])
  })
})
