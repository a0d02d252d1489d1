import { tsx } from '../thread-entry'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')

/** A program, and what Node has to be told to run it. */
export interface ReadingProgram {
  readonly file: URL
  readonly execArgv: readonly string[]
}

/** What reads papers. */
export const readingProgram = (): ReadingProgram => ({
  file: new URL(fromSource ? './worker.ts' : './recognition-worker.js', import.meta.url),
  execArgv: fromSource ? ['--import', tsx()] : [],
})
