import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Compilation, Compiler, Module } from 'webpack'
import type { BuiltModule } from './built-module'

const shared = path.resolve(__dirname, '../../../shared/src')

type Chunk = readonly [ids: readonly unknown[], modules: Readonly<Record<string, (...args: unknown[]) => unknown>>]

/** The text of each module by its number, as it stands in this file: a chunk does nothing but hand over its modules. */
function textsIn(source: string): ReadonlyMap<string, string> {
  const handedOver: Chunk[] = []
  runInNewContext(source, { wx: { webpackJsonp: handedOver }, require: () => undefined })
  return new Map(handedOver.flatMap(([, modules]) => Object.entries(modules).map(([id, one]) => [id, String(one)])))
}

/** The modules that webpack has put into one. */
function partsOf(module: Module): readonly Module[] {
  return 'modules' in module && Array.isArray(module.modules) ? module.modules : [module]
}

function ownFile(module: Module): string | undefined {
  const resource = 'resource' in module && typeof module.resource === 'string' ? module.resource : ''
  const below = path.relative(shared, resource)
  return resource === '' || below.startsWith('..') ? undefined : below.split(path.sep).join('/')
}

function builtModules(compilation: Compilation): readonly BuiltModule[] {
  const texts = new Map<string, string>()
  for (const { name, source } of compilation.getAssets()) {
    if (!name.endsWith('.js') || name === 'runtime.js') continue
    for (const [id, text] of textsIn(String(source.source()))) texts.set(id, text)
  }
  return [...compilation.modules].flatMap((module) => {
    const parts = partsOf(module).map((part) => ({ file: ownFile(part), bytes: part.size('javascript') }))
    const text = texts.get(String(compilation.chunkGraph.getModuleId(module)))
    return text === undefined || parts.every(({ file }) => file === undefined) ? [] : [{ text, parts }]
  })
}

/** Writes down which text of the built mini-program comes from which file of the shared package. */
export class WeightPlugin {
  constructor(private readonly file: string) {}

  apply(compiler: Compiler): void {
    const { Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap('WeightPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'WeightPlugin', stage }, () => {
        mkdirSync(path.dirname(this.file), { recursive: true })
        writeFileSync(this.file, JSON.stringify(builtModules(compilation)))
      })
    })
  }
}
