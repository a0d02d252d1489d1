import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')
const folder = mkdtempSync(join(tmpdir(), 'suanhui-compilers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** WeChat ships them as programs, for these systems on x64. */
const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'mac' }
const system = process.arch === 'x64' ? SYSTEMS[process.platform] : undefined

/** A copy that may be run: in the package it may not, and the package is shared between installations. */
function compiler(name: 'wcc' | 'wcsc'): string {
  const home = dirname(createRequire(import.meta.url).resolve('miniprogram-compiler'))
  const own = join(folder, name)
  copyFileSync(join(home, 'bin', system ?? '', name), own)
  chmodSync(own, 0o755)
  return own
}

const filesOf = (where: string, ...endings: readonly string[]): readonly string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(where, join(entry.parentPath, entry.name)))
    .sort()

interface Compiled {
  readonly code: string
  readonly complaints: string
}

function run(name: 'wcc' | 'wcsc', where: string, args: readonly string[]): Compiled {
  const { stdout, stderr, error } = spawnSync(compiler(name), args, {
    cwd: where,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  if (error) throw error
  return { code: stdout, complaints: stderr.trim() }
}

const templates = (where: string): Compiled =>
  run('wcc', where, ['-d', ...filesOf(where, '.wxml', '.wxs'), '-gn', '$gwx'])
const styles = (where: string): Compiled => run('wcsc', where, ['-lc', ...filesOf(where, '.wxss')])

describe.skipIf(system === undefined)("WeChat's own compilers", () => {
  it('take every template and script of the build', () => {
    const { code, complaints } = templates(dist)
    expect(complaints).toBe('')
    for (const file of filesOf(dist, '.wxml')) expect(code).toContain(`'${file}'`)
  })

  it('take every style of the build', () => {
    const { code, complaints } = styles(dist)
    expect(complaints).toBe('')
    expect(code).toContain('--target')
  })

  it('refuse what WeChat refuses', () => {
    writeFileSync(join(folder, 'page.wxml'), '<view><text></view>')
    writeFileSync(join(folder, 'page.wxss'), 'view > * { color: red }')
    expect(templates(folder).complaints).toContain('page.wxml')
    expect(styles(folder).complaints).toContain('page.wxss')
  })
})
