import { parentPort } from 'node:worker_threads'
import { drawForms } from './draw-form'
import type { PaperworkAnswer, PaperworkRequest } from './messages'
import { reportDocx } from './report-docx'

async function made(request: PaperworkRequest): Promise<PaperworkAnswer> {
  if ('docx' in request) return { rendered: { bytes: await reportDocx(request.docx), missing: [] } }
  return { rendered: await drawForms(request.forms, request.options) }
}

parentPort?.on('message', (request: PaperworkRequest) => {
  made(request).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) => parentPort?.postMessage({ failed: error instanceof Error ? error.message : 'failed' }),
  )
})
