import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** The one way through the house: a folder imports itself and what stands left of it. Content stands last. */
const WAY = [
  'facts',
  'rules',
  'decision',
  'papers',
  'forms',
  'submission',
  'status',
  'notifications',
  'api',
  'policies',
]

/** Only these may import content: composition roots. Tests may, too. */
const COMPOSITION_ROOTS = [
  'bff/src/main.ts',
  'bff/src/cli/match.ts',
  'bff/src/cli/catalogue.ts',
  'bff/src/cli/proactive.ts',
  'miniapp/src/stores/catalogue.ts',
  'miniapp/src/stores/paper-rules.ts',
]

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes(`${sep}dist${sep}`))

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (found) => found[1] ?? '',
  )

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

/** The folder of shared/src that a file of shared reaches by a relative import; undefined for one of its root files. */
function roomOf(file: string): string | undefined {
  const inside = relative(join(root, 'shared/src'), file).split(sep)
  return inside.length > 1 || WAY.includes(inside[0] ?? '') ? inside[0] : undefined
}

describe('inside shared', () => {
  const files = sources('shared/src').filter((file) => !isTest(file))

  it('has no room that the way does not know', () => {
    const rooms = new Set(files.map((file) => roomOf(join(root, file))).filter((room) => room !== undefined))
    expect([...rooms].filter((room) => !WAY.includes(room))).toEqual([])
  })

  it.each(files)('%s looks upstream only', (file) => {
    const own = roomOf(join(root, file))
    const reached = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(resolve(root, dirname(file), name)))
      .filter((room): room is string => room !== undefined)
    const limit = own === undefined ? -1 : WAY.indexOf(own)
    expect(reached.filter((room) => WAY.indexOf(room) > limit)).toEqual([])
  })

  it.each(files)('%s knows no clock, no chance, no machine', (file) => {
    const text = readFileSync(join(root, file), 'utf8')
    expect(text).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|process\.|\beval\(|new Function|globalThis/)
    const foreign = importsOf(file).filter((name) => !name.startsWith('.'))
    expect(foreign.filter((name) => name !== 'zod')).toEqual([])
    if (foreign.includes('zod')) expect(roomOf(join(root, file))).toBe('api')
  })
})

describe('between the packages', () => {
  const allowed: Record<string, readonly string[]> = { shared: [], bff: ['shared'], miniapp: ['shared'] }

  it.each(Object.keys(allowed).flatMap((name) => sources(`${name}/src`).map((file) => [name, file] as const)))(
    '%s: %s',
    (name, file) => {
      const packages = importsOf(file).flatMap((one) => /^@suanhui\/([^/]+)/.exec(one)?.[1] ?? [])
      expect(packages.filter((one) => one !== name && !allowed[name]?.includes(one))).toEqual([])
      const content = importsOf(file).filter((one) => one.startsWith('@suanhui/shared/policies'))
      if (!COMPOSITION_ROOTS.includes(file) && !isTest(file)) expect(content).toEqual([])
    },
  )

  it('the mini-program runs without zod: it imports types only', () => {
    const offenders = sources('miniapp/src').filter((file) =>
      /^import (?!type).*'(zod|@suanhui\/shared\/api)'/m.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(offenders).toEqual([])
  })
})

it('keeps no room without a name, no long file', () => {
  const files = ['shared/src', 'bff/src', 'miniapp/src', 'test'].flatMap(sources)
  expect(files.filter((file) => /(^|\/)(utils|helpers|common|misc|manager|types)(\.|\/)/.test(file))).toEqual([])
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 400)
  expect(long).toEqual([])
})
