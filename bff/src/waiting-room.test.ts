import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWaitingRoom } from './waiting-room'

const room = { ticks: 5, tickMs: 50, callATick: 3, most: 3 } as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(given: Partial<{ callATick: number; most: number; closing: () => boolean }> = {}) {
  const called: string[] = []
  const waiting = openWaitingRoom<string>({ ...room, ...given, call: (one) => void called.push(one) })
  return { enter: waiting.enter, called }
}

describe('a waiting room', () => {
  it('calls who has waited four or five ticks, in the order they came', () => {
    const { enter, called } = opened()
    enter('first')
    vi.advanceTimersByTime(40)
    enter('second')
    vi.advanceTimersByTime(20)
    enter('third')
    vi.advanceTimersByTime(189)
    expect(called).toEqual([])
    vi.advanceTimersByTime(1)
    expect(called).toEqual(['first', 'second'])
    vi.advanceTimersByTime(50)
    expect(called).toEqual(['first', 'second', 'third'])
  })

  it('has so many places and no more, and each is free again after its call', () => {
    const { enter, called } = opened()
    expect(['a', 'b', 'c', 'd'].map(enter)).toEqual([true, true, true, false])
    vi.advanceTimersByTime(250)
    expect(called).toEqual(['a', 'b', 'c'])
    expect(['e', 'f', 'g', 'h'].map(enter)).toEqual([true, true, true, false])
  })

  it('calls so many a tick and no more, however many are due', () => {
    const { enter, called } = opened({ callATick: 2, most: 10 })
    for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name)
    const calledBy = (ms: number): number => {
      vi.advanceTimersByTime(ms)
      return called.length
    }
    expect([calledBy(200), calledBy(50), calledBy(50), calledBy(50)]).toEqual([0, 2, 4, 5])
    expect(called).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('calls everybody at its next tick when it is to be closed, and lets nobody in', () => {
    let closing = false
    const { enter, called } = opened({ callATick: 1, closing: () => closing })
    enter('early')
    vi.advanceTimersByTime(60)
    enter('late')
    closing = true
    expect(enter('after')).toBe(false)
    vi.advanceTimersByTime(40)
    expect(called).toEqual(['early', 'late'])
  })

  it('does nothing while it is empty, and starts again', () => {
    const { enter, called } = opened()
    expect(vi.getTimerCount()).toBe(0)
    enter('one')
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(250)
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(10_000)
    enter('another')
    vi.advanceTimersByTime(199)
    expect(called).toEqual(['one'])
    vi.advanceTimersByTime(51)
    expect(called).toEqual(['one', 'another'])
  })

  it('lets those in who come again while they are called', () => {
    const called: string[] = []
    const waiting = openWaitingRoom<string>({
      ...room,
      call(one) {
        called.push(one)
        if (called.length === 1) waiting.enter('again')
      },
    })
    waiting.enter('one')
    vi.advanceTimersByTime(500)
    expect(called).toEqual(['one', 'again'])
    expect(vi.getTimerCount()).toBe(0)
  })
})
