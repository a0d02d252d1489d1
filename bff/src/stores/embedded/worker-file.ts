import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')

const file = new URL(fromSource ? './worker.ts' : './database-worker.js', import.meta.url)

/** The loader of tsx; its interface for modules stands beside it, but `require` would find the one for CommonJS. */
const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const tsxInterface = (): string => new URL('./esm/api/index.mjs', tsx()).href

/** What a thread starts with. Node 20 does not hand `--import` on to threads, so there tsx is called by hand. */
export function threadEntry(): URL {
  if (!fromSource) return file
  const text = `import { register } from '${tsxInterface()}'; register(); await import('${file.href}')`
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`)
}

/** The same file as a process of its own, and what Node has to be told for that. */
export const processEntry = (): { readonly file: URL; readonly execArgv: string[] } => ({
  file,
  execArgv: fromSource ? ['--import', tsx()] : [],
})
