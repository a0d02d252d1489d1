import { constants, setPriority } from 'node:os'
import { readFile } from './read-file'
import { UnreadableFileError } from './unreadable-file'
import type { ReadRequest, WorkerMessage, WorkerSettings } from './worker-messages'

// Whoever answers requests goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '{}')
const say = (message: WorkerMessage): void => {
  process.send?.(message)
}

/** One file; what was not foreseen ends the process, for nobody knows in which state it is. */
async function answer(request: ReadRequest): Promise<void> {
  try {
    say({ readings: await readFile(request, { ...settings, alive: () => say({ alive: true }) }) })
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    say({ unreadable: error.reason })
  }
}

process.on('message', (request: ReadRequest) => {
  void answer(request)
})
// Nobody is left to answer.
process.on('disconnect', () => process.exit())
