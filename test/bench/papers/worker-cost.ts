import { readdir, readFile } from 'node:fs/promises'

const TICK_MS = 10

/** What this process's children need: Linux only, from /proc. */
export interface WorkerCost {
  /** Memory now of all of them, pages that several share divided among these (PSS). */
  readonly bytes: number
  /** The same of the largest. */
  readonly largestBytes: number
  /** Processor time so far. */
  readonly cpuMs: number
}

/** Memory of a process, its share of shared pages only. */
export async function shareOfMemory(process: string): Promise<number> {
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'latin1')
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(text) ?? []
  return Number(kilobytes) * 1024
}

/** Nothing here waits on the main loop, whose stops are measured. */
export async function workerCost(): Promise<WorkerCost> {
  const cost = { bytes: 0, largestBytes: 0, cpuMs: 0 }
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    try {
      // After the program's name in brackets: state, parent …
      const fields = (await readFile(`/proc/${name}/stat`, 'latin1')).replace(/^.*\) /s, '').split(' ')
      if (Number(fields[1]) !== process.pid) continue
      const bytes = await shareOfMemory(name)
      cost.cpuMs += (Number(fields[11]) + Number(fields[12])) * TICK_MS
      cost.bytes += bytes
      cost.largestBytes = Math.max(cost.largestBytes, bytes)
    } catch {
      // It ended meanwhile.
    }
  }
  return cost
}
