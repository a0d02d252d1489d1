import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const Licence = z.union([z.string(), z.object({ type: z.string() })])
const Names = z.record(z.string(), z.string()).default({})
const Manifest = z.object({
  name: z.string(),
  version: z.string().default('0'),
  license: Licence.optional(),
  licenses: z.array(Licence).optional(),
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names,
})
type Manifest = z.output<typeof Manifest>

/** One package as it is installed. */
export interface Installed {
  readonly name: string
  readonly version: string
  /** As the package itself says; SPDX, as a rule. */
  readonly licence: string
  readonly folder: string
}

export interface Direct extends Installed {
  /** The workspaces that name it, runtime before development. */
  readonly runtimeOf: readonly string[]
  readonly developmentOf: readonly string[]
  readonly bytes: number
}

const WORKSPACES = ['shared', 'bff', 'miniapp', 'test', '.'] as const

const manifestIn = (folder: string): Manifest =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))

const textOf = (licence: z.output<typeof Licence>): string => (typeof licence === 'string' ? licence : licence.type)

/** Where the manifest says nothing: the licence whose very words lie beside it. */
function licenceBeside(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.\w+)?$/i.test(name))
  const words = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replace(/\s+/g, ' ')
  const isMit = words.includes('Permission is hereby granted, free of charge, to any person obtaining a copy')
  return isMit ? 'MIT' : 'unknown'
}

function installedIn(folder: string): Installed {
  const { name, version, license, licenses = [] } = manifestIn(folder)
  const said = license === undefined ? licenses.map(textOf).join(' OR ') : textOf(license)
  return { name, version, licence: said === '' ? licenceBeside(folder) : said, folder }
}

/** What the files of a package weigh, without what it depends on. */
function bytesOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesOf(path)
    return entry.isFile() ? sum + lstatSync(path).size : sum
  }, 0)
}

const isOurs = (name: string): boolean => name.startsWith('@suanhui/')

/** What our own packages name. */
export function directDependencies(root: string): readonly Direct[] {
  const found = new Map<string, { folder: string; runtimeOf: string[]; developmentOf: string[] }>()
  for (const workspace of WORKSPACES) {
    const { dependencies, devDependencies } = manifestIn(join(root, workspace))
    for (const [names, kind] of [
      [dependencies, 'runtimeOf'],
      [devDependencies, 'developmentOf'],
    ] as const) {
      for (const name of Object.keys(names)) {
        if (isOurs(name)) continue
        const folder = realpathSync(join(root, workspace, 'node_modules', name))
        const one = found.get(name) ?? { folder, runtimeOf: [], developmentOf: [] }
        // Tests run nowhere but here.
        one[workspace === 'test' ? 'developmentOf' : kind].push(workspace)
        found.set(name, one)
      }
    }
  }
  return [...found.values()]
    .map(({ folder, ...where }) => ({ ...installedIn(folder), ...where, bytes: bytesOf(folder) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The `node_modules` that a package lies in: pnpm lays what it depends on beside it. */
function shelfOf(folder: string): string {
  for (let at = dirname(folder); ; at = dirname(at))
    if (basename(at) === 'node_modules' || at === dirname(at)) return at
}

/** A workspace's runtime dependencies, and theirs, and so on: what an operator gets. */
export function runtimeClosure(root: string, workspace: string): readonly Installed[] {
  const seen = new Map<string, Installed>()
  const visit = (shelf: string, name: string): void => {
    const place = join(shelf, name)
    // Optional ones for other platforms are not installed.
    if (isOurs(name) || !existsSync(place)) return
    const folder = realpathSync(place)
    if (seen.has(folder)) return
    seen.set(folder, installedIn(folder))
    const { dependencies, optionalDependencies } = manifestIn(folder)
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const own = join(folder, 'node_modules')
      visit(existsSync(join(own, next)) ? own : shelfOf(folder), next)
    }
  }
  for (const name of Object.keys(manifestIn(join(root, workspace)).dependencies)) {
    visit(join(root, workspace, 'node_modules'), name)
  }
  return [...seen.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
