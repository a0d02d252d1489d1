import { parentPort } from 'node:worker_threads'
import { examine } from './examine'

parentPort?.on('message', (bytes: Uint8Array) => {
  void examine(bytes).then((examined) => parentPort?.postMessage(examined))
})
