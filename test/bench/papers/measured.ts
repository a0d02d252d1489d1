import type { PaperKind, Reading } from '@suanhui/shared/papers'

/** One file, as it was read. */
export interface FileRead {
  readonly paper: string
  readonly kind: PaperKind
  readonly level: string
  readonly ms: number
  readonly reading: Reading
}

/** What the reading of all files cost. */
export interface ReadingRun {
  readonly wallMs: number
  readonly cpuMs: number
  /** Of the largest process that reads, at most. */
  readonly peakBytes: number
  /** Of all processes that read, and the one that they read for. */
  readonly togetherBytes: number
  readonly delayMaxMs: number
  readonly delayP99Ms: number
  /** Processes that wanted the processor meanwhile: times are as long as these are many. */
  readonly load: number
}

export const isRead = (line: FileRead | ReadingRun): line is FileRead => 'reading' in line

/** The value that so many of a hundred are not above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
