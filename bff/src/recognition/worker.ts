import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read-file'
import type { ReadRequest, ThreadMessage, ThreadSettings } from './thread-messages'
import { UnreadableFileError } from './unreadable-file'

const settings: ThreadSettings = workerData
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

/** One file; what was not foreseen ends the thread, for nobody knows in which state it is. */
async function answer(request: ReadRequest): Promise<void> {
  try {
    say({ readings: await readFile(request, { ...settings, alive: () => say({ alive: true }) }) })
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    say({ unreadable: error.reason })
  }
}

parentPort?.on('message', (request: ReadRequest) => {
  void answer(request)
})
