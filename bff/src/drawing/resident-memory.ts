import { readFileSync } from 'node:fs'

const PAGE_BYTES = 4096

/** What a process holds in memory, in bytes; undefined where the system does not say (only Linux does, in `/proc`). */
export function residentMemory(pid: number): number | undefined {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return Number(pages) * PAGE_BYTES
  } catch {
    return undefined
  }
}
