import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dependencyPage, withoutSizes } from '@suanhui/bff/supply-chain/dependency-table'
import { directDependencies, runtimeClosure } from '@suanhui/bff/supply-chain/read-packages'
import { reasons, toleratedCopyleft } from '@suanhui/bff/supply-chain/reasons'
import { hashesIn, sbomOf } from '@suanhui/bff/supply-chain/sbom'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const direct = directDependencies(root)
const runtime = ['bff', 'miniapp'].flatMap((workspace) => runtimeClosure(root, workspace))

/** Ask for the source of what they are built into, or of themselves. */
const COPYLEFT = /\b[AL]?GPL|SSPL|EUPL|OSL-|CC-BY-SA|CC-BY-NC|\bMPL-|\bEPL-|CDDL|BUSL|Elastic/i

/** `(MIT OR GPL-3.0)` leaves the choice to us. */
const isCopyleft = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i)
    .every((choice) => COPYLEFT.test(choice))

describe('what the product stands on', () => {
  it('is in the page, with its licence and a reason', () => {
    const page = readFileSync(join(root, 'bff/operate/dependencies.md'), 'utf8')
    expect(withoutSizes(page)).toBe(withoutSizes(dependencyPage(direct)))
    expect(direct.filter(({ name }) => !reasons[name]).map(({ name }) => name)).toEqual([])
    expect(Object.keys(reasons).filter((name) => !direct.some((one) => one.name === name))).toEqual([])
  })

  it('runs no script of its own when it is installed', () => {
    const [, settings = ''] = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').split(/^allowBuilds:$/m)
    const allowed = settings.split(/^\S/m)[0]?.trim().split('\n') ?? []
    expect(allowed.length).toBeGreaterThan(10)
    expect(allowed.filter((line) => !line.trim().endsWith(': false'))).toEqual([])
  })

  it('says its licence', () => {
    expect(runtime.length).toBeGreaterThan(100)
    expect(direct.filter(({ licence }) => licence === 'unknown').map(({ name }) => name)).toEqual([])
    const silent = runtime.filter(({ licence }) => licence === 'unknown' || /see license/i.test(licence))
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('asks for no source of ours: no copyleft at run time, but what is named with its reason', () => {
    const found = runtime.filter(({ licence }) => isCopyleft(licence))
    const tolerated = (name: string) => Object.keys(toleratedCopyleft).some((start) => name.startsWith(start))
    expect(found.filter(({ name }) => !tolerated(name)).map(({ name, licence }) => `${name} ${licence}`)).toEqual([])
    expect(direct.filter(({ runtimeOf, licence }) => runtimeOf.length > 0 && isCopyleft(licence))).toEqual([])
  })

  it('knows copyleft when it sees it', () => {
    expect(
      ['GPL-3.0', 'AGPL-3.0-only', 'LGPL-3.0-or-later', 'MPL-2.0', 'Apache-2.0 AND LGPL-2.1'].filter(
        (one) => !isCopyleft(one),
      ),
    ).toEqual([])
    expect(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-or-later)', 'OFL-1.1', 'BSD-3-Clause'].filter(isCopyleft)).toEqual([])
  })

  it('leaves as a bill of materials, each with the hash it was installed by', () => {
    const hashes = hashesIn(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'))
    const { components } = sbomOf(runtime, hashes, { name: 'suanhuitong', version: '0' })
    expect(components.filter(({ hashes: own }) => own === undefined).map(({ purl }) => purl)).toEqual([])
    expect(components.find(({ name }) => name === 'hono')).toMatchObject({
      purl: expect.stringMatching(/^pkg:npm\/hono@\d/),
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    })
  })
})
