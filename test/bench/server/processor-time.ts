import { readdirSync, readFileSync } from 'node:fs'

/** What Linux's `/proc` tells of processor time; all of it counts user and system together. */

const TICKS_A_SECOND = 100

/** Of one process, from `/proc/PID/stat`, in seconds, to a hundredth. */
export interface Stat {
  readonly parent: number
  /** With all its threads, those that have ended too. */
  readonly ownS: number
  /** Of its children that have ended. */
  readonly buriedS: number
}

/** @param text of `/proc/PID/stat`. */
export function readStat(text: string): Stat {
  // The name stands in brackets and may hold spaces and brackets; the state comes after it.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const seconds = (user: number, system: number): number =>
    ((fields[user] ?? 0) + (fields[system] ?? 0)) / TICKS_A_SECOND
  return { parent: fields[1] ?? 0, ownS: seconds(11, 12), buriedS: seconds(13, 14) }
}

/** @throws ENOENT where there is no such process. */
const statOf = (pid: number): Stat => readStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))

/** Processor time of a process and all its threads, in seconds, to a hundredth. */
export const cpuSecondsOf = (pid: number): number => statOf(pid).ownS

/** The same for a process with its children, those that have ended too: it only grows. */
export function familySecondsOf(pid: number): number {
  const { ownS, buriedS } = statOf(pid)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Stat[] => {
      try {
        return [statOf(Number(name))]
      } catch {
        // It has ended since it was listed.
        return []
      }
    })
    .filter(({ parent }) => parent === pid)
  return children.reduce((sum, child) => sum + child.ownS + child.buriedS, ownS + buriedS)
}

/** Processor time of all threads that a process has, in milliseconds, exact where `stat` counts hundredths of a second. */
export function threadsMsOf(pid: number): number {
  let ns = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    ns += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
  }
  return ns / 1e6
}
