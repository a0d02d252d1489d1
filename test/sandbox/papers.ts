import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The platforms' store of papers: a file each, named by its SHA-256. */
export function keepPaper(folder: string, bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const papers = join(folder, 'papers')
  const path = join(papers, sha256)
  if (existsSync(path)) return sha256
  mkdirSync(papers, { recursive: true })
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, bytes)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
  return sha256
}

export const hasPaper = (folder: string, sha256: string): boolean =>
  isHash(sha256) && existsSync(join(folder, 'papers', sha256))

export function readPaper(folder: string, sha256: string): Uint8Array<ArrayBuffer> | undefined {
  const path = join(folder, 'papers', sha256)
  return isHash(sha256) && existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined
}
