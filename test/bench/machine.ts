import { cpus, totalmem } from 'node:os'

/** The machine in words that name nobody: cores, family of processor, memory, Node. */
export function machine(): string {
  const all = cpus()
  const model = (all[0]?.model ?? 'unknown processor')
    .replace(/\(R\)|\(TM\)|CPU|@.*$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${all.length} cores (${model}), ${memory} GB, Node ${process.versions.node}, ${process.platform} ${process.arch}`
}
