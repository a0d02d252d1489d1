import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'

/** What the bench uses of esbuild, which is the server's build tool. */
interface Esbuild {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    readonly outputFiles?: readonly { readonly contents: Uint8Array }[]
  }>
}

export const root = resolve(import.meta.dirname, '../..')
/** Ignored by git: bundles and peers. */
export const cache = join(root, '.data/bench')

export const esbuild = createRequire(join(root, 'bff/package.json'))('esbuild') as Esbuild

/** Bundles a program, so that a fresh plain Node can run it with any flags. Answers with the path of the bundle. */
export async function bundle(entry: string, name: string): Promise<string> {
  const outfile = join(cache, `${name}.mjs`)
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  })
  return outfile
}

export interface Run {
  readonly args?: readonly string[]
  /** Flags of Node itself: `--jitless`. */
  readonly flags?: readonly string[]
  /** The program is stopped after this; what it printed until then counts. */
  readonly limitMs?: number
}

/** Runs a bundle in a process of its own and answers with the JSON lines that it printed. */
export function run<T>(program: string, { args = [], flags = [], limitMs = 120_000 }: Run = {}): Promise<readonly T[]> {
  return new Promise((resolved, rejected) => {
    const child = spawn(process.execPath, [...flags, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill()
    }, limitMs)
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', rejected)
    child.on('close', (code) => {
      clearTimeout(timer)
      const lines = Buffer.concat(chunks).toString('utf8').split('\n')
      // A program that was stopped may have been in the middle of its last line.
      const whole = late ? lines.slice(0, -1) : lines
      if (code !== 0 && !late) rejected(new Error(`${basename(program)} ${args.join(' ')} ended with ${code}`))
      else resolved(whole.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as T))
    })
  })
}

/** The one answer of a program that prints one. */
export async function runOnce<T>(program: string, options: Run = {}): Promise<T> {
  const [answer] = await run<T>(program, options)
  if (answer === undefined) throw new Error(`${basename(program)} ${options.args?.join(' ') ?? ''} said nothing`)
  return answer
}
