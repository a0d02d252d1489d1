import { readdirSync, readFileSync } from 'node:fs'

const PAGE_BYTES = 4096
const TICK_MS = 10

/** Memory now and processor time so far of this process's children: Linux only, from /proc. */
export function workerCost(): { readonly bytes: number; readonly cpuMs: number } {
  const cost = { bytes: 0, cpuMs: 0 }
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      // After the program's name in brackets: state, parent …
      const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (Number(fields[1]) !== process.pid) continue
      cost.cpuMs += (Number(fields[11]) + Number(fields[12])) * TICK_MS
      cost.bytes += Number(fields[21]) * PAGE_BYTES
    } catch {
      // It ended meanwhile.
    }
  }
  return cost
}
