import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { cache } from '../../program'

const execute = promisify(execFile)
const LIMIT_MS = 120_000

export interface Wanted {
  readonly name: string
  readonly version: string
}

/** A module to import, or why there is none. */
export type Installed = { readonly module: string } | { readonly missing: string }

const installedVersion = (folder: string, name: string): string | undefined => {
  const file = join(folder, 'node_modules', name, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version : undefined
}

/** Installs a peer into a folder of its own in the cache, once; never into the workspace. */
export async function install({ name, version }: Wanted): Promise<Installed> {
  const folder = join(cache, 'peers', name.replace(/\W+/g, '-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  if (installedVersion(folder, name) !== version) {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    try {
      await execute('npm', ['install', '--prefix', folder, ...flags, `${name}@${version}`], {
        cwd: folder,
        timeout: LIMIT_MS,
      })
    } catch (error) {
      // Only npm's code: its sentences name hosts and folders.
      return { missing: `npm: ${/code (\w+)/.exec(String(error))?.[1] ?? 'no answer'}` }
    }
  }
  if (installedVersion(folder, name) !== version) return { missing: `npm did not bring version ${version}` }
  const loader = join(folder, 'load.js')
  writeFileSync(loader, `import * as all from '${name}'\nexport * from '${name}'\nexport default all.default ?? all\n`)
  return { module: pathToFileURL(loader).href }
}
