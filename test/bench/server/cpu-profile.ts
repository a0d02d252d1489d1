import { readdirSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join, resolve } from 'node:path'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
      readonly columnNumber: number
    }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const main = resolve(import.meta.dirname, '../../../bff/dist/main.js')

/** The part of the house, or the package, that a place in the code belongs to. */
function partOf(source: string): string {
  const own = /(shared|bff)\/src\/([^/]+)/.exec(source)
  if (own) return `${own[1]}/${own[2]?.replace(/\.ts$/, '')}`
  const modules = source.split('/node_modules/')
  if (modules.length > 1) {
    const [first = '', second = ''] = (modules.at(-1) ?? '').split('/')
    return first.startsWith('@') ? `${first}/${second}` : first
  }
  return source.startsWith('node:') ? 'Node itself' : 'other'
}

/**
 * Where the processor time of the main thread went, by part, as shares of all samples that were not idle.
 * @param folder what `--cpu-prof-dir` was given.
 */
export function sharesByPart(folder: string): readonly (readonly [string, number])[] {
  const map = new SourceMap(JSON.parse(readFileSync(`${main}.map`, 'utf8')))
  const profiles = readdirSync(folder)
    .filter((file) => file.endsWith('.cpuprofile'))
    .map((file): Profile => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  // Threads write one each; the server's own is the one in which our bundle took part longest.
  const [profile] = profiles.sort((a, b) => b.samples.length - a.samples.length)
  if (profile === undefined) throw new Error('no profile was written')
  const parts = new Map<number, string>()
  for (const { id, callFrame } of profile.nodes) {
    const { functionName, url, lineNumber, columnNumber } = callFrame
    const entry = url.endsWith('/dist/main.js') ? map.findEntry(lineNumber, columnNumber) : undefined
    const mapped = entry && 'originalSource' in entry ? String(entry.originalSource) : undefined
    const source = mapped === undefined ? url : new URL(mapped, `file://${main}`).pathname
    parts.set(id, url === '' ? functionName : partOf(source))
  }
  const micros = new Map<string, number>()
  profile.samples.forEach((id, index) => {
    const part = parts.get(id) ?? 'other'
    micros.set(part, (micros.get(part) ?? 0) + (profile.timeDeltas[index] ?? 0))
  })
  micros.delete('(idle)')
  const all = [...micros.values()].reduce((sum, one) => sum + one, 0)
  return [...micros].map(([part, us]) => [part, us / all] as const).sort(([, a], [, b]) => b - a)
}
