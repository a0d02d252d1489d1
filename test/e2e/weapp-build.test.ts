import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagesOf } from '../weapp/packages'

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}

if (!existsSync(join(dist, 'app.json')))
  throw new Error('build the mini-program first: npm --prefix miniapp run build:weapp')

const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
const scripts = files.filter((file) => file.endsWith('.js'))

/** Every component in every state, for those who build it. */
const GALLERY = 'pages/gallery/index'

const KB = 1024

describe('the built mini-program', () => {
  it.each(pages)('has all parts of %s', (page) => {
    for (const part of ['js', 'json', 'wxml']) expect(files).toContain(`${page}.${part}`)
  })

  it('has every page of the source, and no other', () => {
    const source = resolve(dist, '../../src')
    const own = readdirSync(join(source, 'pages'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name === 'index.config.ts')
      .map((entry) => relative(source, join(entry.parentPath, 'index')))
      .filter((page) => page !== GALLERY)
    expect([...pages].sort()).toEqual(own.sort())
  })

  it.each(['weapp', 'h5'])('has no gallery of components in the release: %s', (target) => {
    const folder = resolve(dist, '..', target)
    const built = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(built.length).toBeGreaterThan(10)
    expect(built.filter((entry) => entry.parentPath.includes('gallery'))).toEqual([])
    const texts = built.filter((entry) => /\.(js|json|html|wxml)$/.test(entry.name))
    for (const { parentPath, name } of texts)
      expect(readFileSync(join(parentPath, name), 'utf8'), name).not.toMatch(/pages\/gallery|组件样板/)
  })

  it('stays within its weight', () => {
    const { main, whole, each } = packagesOf(dist)
    for (const [name, bytes] of [...each, ['whole', whole] as const])
      console.info(`${name} ${Math.round(bytes / KB)} KB`)
    expect(main).toBeLessThanOrEqual(540 * KB)
    expect(whole).toBeLessThanOrEqual(1536 * KB)
  })

  // The library's probe for the global object; the framework's runtime never reaches it where globalThis is.
  const PROBE = /(?:new )?Function\(\s*["']return this["']\s*\)\(\)/g

  it.each(scripts)('%s evaluates no text and reads no environment', (script) => {
    const text = readFileSync(join(dist, script), 'utf8').replace(PROBE, '')
    expect(text).not.toMatch(/\beval\s*\(/)
    expect(text).not.toMatch(/new Function\b/)
    expect(text).not.toMatch(/process\.env/)
  })

  it('carries no zod, no key and no address of a machine', () => {
    const text = scripts.map((script) => readFileSync(join(dist, script), 'utf8')).join('\n')
    expect(text).not.toMatch(/ZodError|ZodType/)
    expect(text).not.toMatch(/PRIVATE KEY|"d":"[\w-]{43}"/)
    expect(text).not.toMatch(/localhost|127\.0\.0\.1/)
  })
})
