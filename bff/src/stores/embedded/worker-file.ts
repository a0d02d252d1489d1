import { threadEntry as entryOf, tsx } from '../../thread-entry'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')

const file = new URL(fromSource ? './worker.ts' : './database-worker.js', import.meta.url)

/** What a thread starts with. */
export const threadEntry = (): URL => entryOf(file)

/** The same file as a process of its own, and what Node has to be told for that. */
export const processEntry = (): { readonly file: URL; readonly execArgv: string[] } => ({
  file,
  execArgv: fromSource ? ['--import', tsx()] : [],
})
