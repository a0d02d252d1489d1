import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { type Representation, represent } from './represent'

/** The H5 page, whole in memory: a path that is not in the map does not exist, so none can lead out of the folder. */
export interface Page {
  readonly index: Representation
  /** Content-Security-Policy of the page, which lets only its own scripts run. */
  readonly policy: string
  /** By path from the root: `/js/app.3f9c0a1b.js`. */
  readonly assets: ReadonlyMap<string, Representation>
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi

/** The hash by which a policy lets one inline script run: Taro puts one into the page that sets the root font size. */
const scriptHash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

export function pagePolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map((found) => scriptHash(found[1] ?? ''))
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes].join(' '),
    // Taro's components write their looks into the page while it runs.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** Reads the built page; nothing where there is none. Links and source maps are left out. */
export async function loadPage(directory: string): Promise<Page | undefined> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) !== '.map')
  const assets = new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, Representation]> => {
        const file = join(entry.parentPath, entry.name)
        const path = `/${relative(directory, file).split(sep).join('/')}`
        const type = TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream'
        return [path, await represent(await readFile(file), type)]
      }),
    ),
  )
  const index = assets.get('/index.html')
  return index && { index, policy: pagePolicy(new TextDecoder().decode(index.bytes)), assets }
}
