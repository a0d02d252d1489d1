import type { Statement } from '../stores/statement-log'
import { openRegistry, type Registry } from './registry'

export interface Answered {
  /** The pattern, not the path. */
  readonly route: string
  readonly method: string
  readonly status: number
  readonly ms: number
}

export interface JobEnded {
  readonly kind: string
  /** `failed` will be tried again; `later` was not its turn; `lost` took longer than its lease. */
  readonly outcome: 'done' | 'failed' | 'later' | 'dead' | 'lost'
  readonly ms: number
}

export interface PlatformCalled {
  readonly platform: string
  /** `refused` is a 4xx of theirs; `held-back` was not sent, for the circuit is open. */
  readonly outcome: 'answered' | 'refused' | 'unavailable' | 'held-back'
  readonly ms: number
}

export interface MessageSent {
  readonly channel: string
  readonly outcome: string
}

export interface PaperRead {
  /** `read`, why it could not be, or `failed`. */
  readonly outcome: string
  readonly ms: number
}

/** What the parts of the server tell as it happens. Each is a verb of its own, so that no label is ever free text. */
export interface Metrics {
  readonly registry: Registry
  readonly answered: (answered: Answered) => void
  readonly jobEnded: (ended: JobEnded) => void
  readonly statementRan: (statement: Statement) => void
  readonly platformCalled: (called: PlatformCalled) => void
  readonly messageSent: (sent: MessageSent) => void
  readonly paperRead: (read: PaperRead) => void
}

const REQUEST_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const STATEMENT_BOUNDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15]
const WORK_BOUNDS = [0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

const VERBS = new Set(['select', 'insert', 'update', 'delete', 'with', 'begin', 'commit', 'rollback'])

/** The statement's first word, where it is one that we write. */
function verbOf(sql: string): string {
  const first = sql.slice(0, sql.indexOf(' '))
  if (VERBS.has(first)) return first
  const word = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toLowerCase() ?? ''
  return VERBS.has(word) ? word : 'other'
}

export function openMetrics(): Metrics {
  const registry = openRegistry()
  const requests = registry.histogram(
    { name: 'suanhuitong_request_seconds', help: 'Requests answered, by route pattern, method and status.' },
    REQUEST_BOUNDS,
  )
  const jobs = registry.histogram(
    { name: 'suanhuitong_job_seconds', help: 'Jobs that ran, by kind and how they ended.' },
    WORK_BOUNDS,
  )
  const statements = registry.histogram(
    { name: 'suanhuitong_database_statement_seconds', help: 'Statements, by verb and outcome.' },
    STATEMENT_BOUNDS,
  )
  const calls = registry.histogram(
    { name: 'suanhuitong_platform_call_seconds', help: 'Calls to the platforms behind us, each try on its own.' },
    WORK_BOUNDS,
  )
  const messages = registry.counter({
    name: 'suanhuitong_messages_total',
    help: 'Messages handed to a vendor, by channel and what came of it.',
  })
  const papers = registry.histogram(
    { name: 'suanhuitong_paper_read_seconds', help: 'Files read, by what came of it.' },
    WORK_BOUNDS,
  )
  return {
    registry,
    answered: ({ route, method, status, ms }) => requests.observe({ route, method, status: String(status) }, ms / 1000),
    jobEnded: ({ kind, outcome, ms }) => jobs.observe({ kind, outcome }, ms / 1000),
    statementRan: ({ sql, durationMs, failure }) =>
      statements.observe({ verb: verbOf(sql), outcome: failure?.kind ?? 'ok' }, durationMs / 1000),
    platformCalled: ({ platform, outcome, ms }) => calls.observe({ platform, outcome }, ms / 1000),
    messageSent: ({ channel, outcome }) => messages.add({ channel, outcome }),
    paperRead: ({ outcome, ms }) => papers.observe({ outcome }, ms / 1000),
  }
}
