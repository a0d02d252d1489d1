import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import type { BuiltApp, ComponentConfig } from './built-app'
import { BUILT_IN } from './elements'
import { cssOf } from './wxss'

// The compiler of WeChat's own templates comes as CommonJS with its WebAssembly beside it.
const { TmplGroup } = createRequire(import.meta.url)(
  'glass-easel-template-compiler',
) as typeof import('glass-easel-template-compiler')

/**
 * Names that a browser has and WeChat's service layer has not: shadowed, so that code which reaches for one fails here
 * as it fails on a phone. The first ones are what WeChat gives instead.
 */
const PARAMETERS = [
  'require module exports Function wx App Page Component Behavior getApp getCurrentPages requirePlugin global',
  'window document self globalThis fetch Headers Request Response XMLHttpRequest localStorage sessionStorage navigator',
  'location history alert WebSocket Image HTMLElement customElements MutationObserver Blob File FormData URL',
  'URLSearchParams TextEncoder TextDecoder crypto indexedDB requestAnimationFrame cancelAnimationFrame performance',
  'AbortController Worker structuredClone queueMicrotask btoa atob',
]
  .join(',')
  .replaceAll(' ', ',')

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

interface AppJson extends ComponentConfig {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly window?: Readonly<Record<string, unknown>>
}

/** Every page and component with its configuration; `missing` lists files that should be there. */
function componentsOf(app: AppJson, read: (file: string) => string | undefined, missing: string[]) {
  const pages = [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => posix.join(root, page))),
  ]
  const configs: Record<string, ComponentConfig> = {}
  const visit = (path: string): void => {
    if (configs[path]) return
    for (const extension of ['.js', '.wxml']) if (read(path + extension) === undefined) missing.push(path + extension)
    const own = JSON.parse(read(`${path}.json`) ?? '{}') as ComponentConfig
    const using = Object.entries({ ...app.usingComponents, ...own.usingComponents }).map(([name, target]) => {
      const full = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
      return [name, `/${full}`] as const
    })
    configs[path] = { ...own, usingComponents: Object.fromEntries(using) }
    for (const [, target] of using) visit(target.slice(1))
  }
  pages.forEach(visit)
  return { pages, configs }
}

function templatesOf(files: readonly string[], read: (file: string) => string | undefined, problems: string[]): string {
  const group = new TmplGroup()
  for (const file of files.filter((name) => name.endsWith('.wxs'))) group.addScript(file.slice(0, -4), read(file) ?? '')
  for (const file of files.filter((name) => name.endsWith('.wxml'))) {
    const found = (group.addTmpl(file.slice(0, -5), read(file) ?? '') ?? []) as readonly {
      readonly isError: boolean
      readonly message: string
    }[]
    problems.push(...found.filter((one) => one.isError).map((one) => `${file}: ${one.message}`))
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  return code
}

export interface BuiltSite {
  /** What WeChat would refuse: templates that do not compile, files that are missing. */
  readonly problems: readonly string[]
  readonly pages: readonly string[]
}

/** Turns a built mini-program into a web site on WeChat's own component framework (glass-easel). */
export async function buildSite(dist: string, out: string): Promise<BuiltSite> {
  const files = filesBelow(dist)
  const known = new Set(files)
  const read = (file: string) => (known.has(file) ? readFileSync(join(dist, file), 'utf8') : undefined)
  const problems: string[] = []
  const app = JSON.parse(read('app.json') ?? '{}') as AppJson
  const missing: string[] = []
  const { pages, configs } = componentsOf(app, read, missing)
  problems.push(...missing.map((file) => `${file} is missing`))
  const templates = templatesOf(files, read, problems)
  const styles = Object.fromEntries(
    files.filter((file) => file.endsWith('.wxss')).map((file) => [file.slice(0, -5), cssOf(file, read)]),
  )
  const modules = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${JSON.stringify(file)}: function(${PARAMETERS}){\n${read(file)}\n}`)

  mkdirSync(out, { recursive: true })
  const described: BuiltApp = { window: app.window ?? {}, pages, configs, styles, builtIn: BUILT_IN }
  writeFileSync(
    join(out, 'view.js'),
    `window.builtTemplates=${templates};window.builtApp=${JSON.stringify(described)};`,
  )
  writeFileSync(join(out, 'service.js'), `window.builtModules={${modules.join(',\n')}};`)
  await build({
    entryPoints: [resolve(import.meta.dirname, 'runtime/main.ts')],
    outfile: join(out, 'runtime.js'),
    bundle: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  copyFileSync(resolve(import.meta.dirname, 'base.css'), join(out, 'base.css'))
  const scripts = ['view.js', 'service.js', 'runtime.js'].map((name) => `<script src="/${name}"></script>`).join('')
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>算惠通</title><link rel="stylesheet" href="/base.css"></head><body>${scripts}</body></html>`,
  )
  for (const file of files.filter((name) => !/\.(js|json|wxml|wxss|wxs|txt)$/.test(name))) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    copyFileSync(join(dist, file), join(out, file))
  }
  return { problems, pages }
}
