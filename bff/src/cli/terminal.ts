import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { outcomeOf, type Terminal, UsageError } from './command'

async function read(path: string): Promise<string> {
  if (path === '-') return text(process.stdin)
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`找不到文件：${path}`)
    if (error.code === 'EISDIR') throw new UsageError(`这是一个文件夹，不是文件：${path}`)
    throw new UsageError(`读不了文件 ${path}：${error.message}`)
  })
}

const terminal: Terminal = { read, print: (line) => void process.stdout.write(line) }

/** Runs a command on the real terminal and leaves its exit code. */
export async function runOnTerminal(command: (terminal: Terminal) => Promise<void>, usage: string): Promise<void> {
  // `| head` closes the pipe early; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const [code, complaint] = await outcomeOf(() => command(terminal), usage)
  process.stderr.write(complaint)
  process.exitCode = code
}
