import { constants, setPriority } from 'node:os'
import { UnreadableFileError } from '../recognition/unreadable-file'
import { drawFile } from './draw-file'
import type { DrawMessage, DrawRequest } from './drawing-messages'

// Whoever answers requests goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

/** Sent before the next page is drawn: one page lies in memory at a time. */
const say = (message: DrawMessage): Promise<void> =>
  new Promise((sent, failed) => {
    process.send?.(message, (error: Error | null) => (error ? failed(error) : sent()))
  })

/** What was not foreseen ends the process; whoever started it sees that. */
async function answer({ bytes }: DrawRequest): Promise<void> {
  try {
    const redrawn = await drawFile(bytes, (sheet) => say({ sheet }))
    await say({ redrawn })
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    await say({ unreadable: error.reason })
  }
}

process.on('message', (request: DrawRequest) => {
  void answer(request)
})
// Nobody is left to answer.
process.on('disconnect', () => process.exit())
