import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const bff = join(import.meta.dirname, '../../bff')

/**
 * Bundles programs the way the server is bundled, with the database's worker beside them; plain Node runs them.
 * @param files seen from this folder.
 * @returns the folder, in which `what.ts` is `what.js`.
 */
export function bundle(files: readonly string[], folder: string): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(bff, 'node_modules'), join(folder, 'node_modules'))
  const entries = [
    ...files.map((file) => `${basename(file, '.ts')}=${join(import.meta.dirname, file)}`),
    `database-worker=${join(bff, 'src/stores/embedded/worker.ts')}`,
  ]
  const aliases = [`--alias:@suanhui/shared=${join(bff, '../shared/src')}`, `--alias:@suanhui/bff=${join(bff, 'src')}`]
  const options = ['--bundle', '--platform=node', '--format=esm', '--target=node20', '--packages=external']
  const output = [`--outdir=${join(folder, 'dist')}`, '--log-level=warning']
  execFileSync(join(bff, 'node_modules/.bin/esbuild'), [...entries, ...aliases, ...options, ...output], {
    stdio: 'inherit',
  })
  return join(folder, 'dist')
}
