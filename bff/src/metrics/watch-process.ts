import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Registry } from './registry'

const NANOSECONDS = 1e9

/** Memory, processor time and how late the event loop is. The delay is that since the last reading. */
export function watchProcess(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  registry.gauge(
    { name: 'suanhuitong_event_loop_delay_seconds', help: 'How late timers come, since the last reading.' },
    () => {
      const samples = [
        { labels: { quantile: '0.5' }, value: delay.percentile(50) / NANOSECONDS },
        { labels: { quantile: '0.99' }, value: delay.percentile(99) / NANOSECONDS },
        { labels: { quantile: '1' }, value: delay.max / NANOSECONDS },
      ]
      delay.reset()
      return samples
    },
  )
  registry.gauge({ name: 'suanhuitong_memory_bytes', help: 'Memory of the process.' }, () =>
    Object.entries(process.memoryUsage()).map(([kind, value]) => ({ labels: { kind }, value })),
  )
  registry.gauge({ name: 'suanhuitong_cpu_seconds', help: 'Processor time since the start.' }, () => {
    const { user, system } = process.cpuUsage()
    return [
      { labels: { mode: 'user' }, value: user / 1e6 },
      { labels: { mode: 'system' }, value: system / 1e6 },
    ]
  })
  registry.gauge({ name: 'suanhuitong_uptime_seconds', help: 'Since the start.' }, () => [
    { labels: {}, value: process.uptime() },
  ])
}
