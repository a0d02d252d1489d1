import { threadEntry } from '../thread-entry'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')

/** What a reading thread starts with. */
export const threadFile = (): URL =>
  threadEntry(new URL(fromSource ? './worker.ts' : './recognition-worker.js', import.meta.url))
