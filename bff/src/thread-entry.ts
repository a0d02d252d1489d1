import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The loader of tsx; its interface for modules stands beside it, but `require` would find the one for CommonJS. */
export const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const tsxInterface = (): string => new URL('./esm/api/index.mjs', tsx()).href

/** What a thread starts with. Node 20 does not hand `--import` on to threads, so from source tsx is called by hand. */
export function threadEntry(file: URL): URL {
  if (!file.pathname.endsWith('.ts')) return file
  const text = `import { register } from '${tsxInterface()}'; register(); await import('${file.href}')`
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`)
}
