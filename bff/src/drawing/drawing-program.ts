import type { ReadingProgram } from '../recognition/reading-program'
import { tsx } from '../thread-entry'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')

/** What draws the pages of files. */
export const drawingProgram = (): ReadingProgram => ({
  file: new URL(fromSource ? './drawing-worker.ts' : './drawing-worker.js', import.meta.url),
  execArgv: fromSource ? ['--import', tsx()] : [],
})
