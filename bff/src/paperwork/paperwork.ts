import { Worker } from 'node:worker_threads'
import type { FormValues, PrintedFormId } from '@suanhui/shared/forms'
import { threadEntry } from '../thread-entry'
import type { FormToRender, RenderedForm, RenderOptions } from './draw-form'
import type { PaperworkAnswer, PaperworkRequest } from './messages'

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')
const file = new URL(fromSource ? './worker.ts' : './paperwork-worker.js', import.meta.url)

/** Makes the papers that are printed and stamped, in threads of their own. */
export interface Paperwork {
  /** One form as PDF; 草稿 across it where asked for. */
  renderForm(form: PrintedFormId, values: FormValues, options?: RenderOptions): Promise<RenderedForm>
  /** Several forms in one PDF. */
  renderBundle(forms: readonly FormToRender[], options?: RenderOptions): Promise<RenderedForm>
  /** 附件4 for editing. */
  renderReportDocx(values: FormValues): Promise<Uint8Array>
  close(): Promise<void>
}

interface Task {
  readonly request: PaperworkRequest
  resolve(rendered: RenderedForm): void
  reject(error: Error): void
}

class Desk {
  private readonly worker = new Worker(threadEntry(file), { stdin: false })
  private task: Task | undefined
  private timer: NodeJS.Timeout | undefined
  over = false

  constructor(
    private readonly patienceMs: number,
    private readonly free: () => void,
  ) {
    this.worker.unref()
    this.worker.on('message', (answer: PaperworkAnswer) => this.hear(answer))
    this.worker.on('error', (error) => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error('the paperwork thread ended')))
  }

  get busy(): boolean {
    return this.task !== undefined
  }

  take(task: Task): void {
    this.task = task
    this.worker.ref()
    this.timer = setTimeout(() => this.fail(new Error('the paper took too long')), this.patienceMs)
    this.worker.postMessage(task.request)
  }

  async close(): Promise<void> {
    this.fail(new Error('paperwork is closed'))
    await this.worker.terminate()
  }

  private hear(answer: PaperworkAnswer): void {
    const { task } = this
    this.task = undefined
    clearTimeout(this.timer)
    this.worker.unref()
    if ('rendered' in answer) task?.resolve(answer.rendered)
    else task?.reject(new Error(answer.failed))
    this.free()
  }

  private fail(error: Error): void {
    if (this.over) return
    this.over = true
    clearTimeout(this.timer)
    void this.worker.terminate()
    this.task?.reject(error)
    this.task = undefined
    this.free()
  }
}

/** Threads are started when there is work; one that falls over or silent is replaced. */
export function startPaperwork({ threads = 2, patienceMs = 30_000 } = {}): Paperwork {
  const waiting: Task[] = []
  let desks: Desk[] = []
  let closed = false
  const next = (): void => {
    desks = desks.filter(({ over }) => !over)
    while (waiting.length > 0 && !closed) {
      let desk = desks.find(({ busy }) => !busy)
      if (desk === undefined && desks.length < threads) {
        desk = new Desk(patienceMs, next)
        desks.push(desk)
      }
      const task = desk && waiting.shift()
      if (desk === undefined || task === undefined) return
      desk.take(task)
    }
  }
  const run = (request: PaperworkRequest): Promise<RenderedForm> =>
    new Promise((resolve, reject) => {
      if (closed) reject(new Error('paperwork is closed'))
      else waiting.push({ request, resolve, reject })
      next()
    })
  return {
    renderForm: (form, values, options = {}) => run({ forms: [{ form, values }], options }),
    renderBundle: (forms, options = {}) => run({ forms, options }),
    renderReportDocx: async (values) => (await run({ docx: values })).bytes,
    close: async () => {
      closed = true
      for (const task of waiting.splice(0)) task.reject(new Error('paperwork is closed'))
      await Promise.all(desks.map((desk) => desk.close()))
    },
  }
}
