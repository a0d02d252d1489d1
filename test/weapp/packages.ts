import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

interface AppJson {
  readonly subPackages: readonly { readonly root: string }[]
}

export interface Packages {
  readonly main: number
  readonly whole: number
  /** Each package and what it weighs, the main one first. */
  readonly each: readonly (readonly [name: string, bytes: number])[]
}

/** What a built mini-program weighs as it is uploaded: licence texts stay on the build machine. */
export function packagesOf(dist: string): Packages {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.LICENSE.txt'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
  const weight = (own: readonly string[]): number =>
    own.reduce((total, file) => total + statSync(join(dist, file)).size, 0)
  const roots = app.subPackages.map(({ root }) => `${root}/`)
  const main = weight(files.filter((file) => !roots.some((root) => file.startsWith(root))))
  const others = roots.map((root) => [root, weight(files.filter((file) => file.startsWith(root)))] as const)
  return { main, whole: weight(files), each: [['main', main], ...others] }
}
