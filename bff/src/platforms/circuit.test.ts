import { describe, expect, it } from 'vitest'
import { openCircuit } from './circuit'

describe('a circuit', () => {
  const made = () => {
    const time = { now: 0 }
    return { time, circuit: openCircuit({ elapsedMs: () => time.now, failures: 3, openMs: 1000 }) }
  }
  const failTimes = (circuit: ReturnType<typeof openCircuit>, count: number) => {
    for (let i = 0; i < count; i += 1) circuit.failed()
  }

  it('opens after so many failures in a row, and not before', () => {
    const { circuit } = made()
    failTimes(circuit, 2)
    circuit.succeeded()
    failTimes(circuit, 2)
    expect(circuit.state()).toBe('closed')
    circuit.failed()
    expect(circuit.enter()).toEqual({ ok: false, retryAfterMs: 1000 })
  })

  it('lets one try after a while, and opens or closes by it', () => {
    const { time, circuit } = made()
    failTimes(circuit, 3)
    time.now = 1000
    expect(circuit.state()).toBe('half-open')
    expect(circuit.enter()).toEqual({ ok: true })
    expect(circuit.enter().ok).toBe(false)
    circuit.failed()
    expect(circuit.state()).toBe('open')
    time.now = 2000
    circuit.enter()
    circuit.succeeded()
    expect(circuit.state()).toBe('closed')
  })
})
