import { engineOf, match, Session } from '@suanhui/shared/decision'
import { catalogue } from '@suanhui/shared/policies'
import { describe, expect, it } from 'vitest'
import { type AnswersState, noAnswers, withAnswer, withNextScreen } from '../../../stores/answers-state'
import { factsThatMatter, nextScreen, progressOf, SCREEN } from './screens'

const on = '2026-11-21'
const onward = (state: AnswersState) => withNextScreen(state, nextScreen(catalogue, state, on))

describe('screens of questions', () => {
  it('starts with the most useful, five at most', () => {
    const first = nextScreen(catalogue, noAnswers, on)
    expect(first).toEqual(match(catalogue, {}, on).nextQuestions.slice(0, SCREEN))
    expect(first.length).toBeGreaterThan(0)
  })

  it('asks other things before it asks again what was left empty', () => {
    const second = onward(onward(noAnswers))
    const [first = [], next = []] = second.screens
    expect(next.length).toBeGreaterThan(0)
    expect(next.filter((fact) => first.includes(fact))).toEqual([])
  })

  it('comes to an end when everything is declined, and never asks a declined fact', () => {
    let state = onward(noAnswers)
    const asked: string[] = []
    for (let screens = 0; screens < 60; screens += 1) {
      const screen = state.screens[state.at] ?? []
      if (screen.length === 0) break
      expect(screen.filter((fact) => asked.includes(fact))).toEqual([])
      asked.push(...screen)
      for (const fact of screen) state = withAnswer(state, fact, null)
      state = onward(state)
    }
    expect(state.screens.at(-1)).toEqual([])
  })

  it('asks what stays empty again a screen later, once more at the end, and then lets it be', () => {
    let state = onward(noAnswers)
    const empty = state.screens[0]?.[0] ?? ''
    for (let screens = 0; screens < 60 && (state.screens[state.at] ?? []).length > 0; screens += 1) {
      for (const fact of state.screens[state.at] ?? []) if (fact !== empty) state = withAnswer(state, fact, null)
      state = onward(state)
    }
    const shown = state.screens.flatMap((screen, index) => (screen.includes(empty) ? [index] : []))
    expect(shown).toEqual([0, 2, state.screens.length - 2])
    expect(state.screens.at(-1)).toEqual([])
  })
})

describe('progress', () => {
  it('counts what this screen settles by itself', () => {
    const session = new Session(engineOf(catalogue), on)
    const answer = session.answer()
    const all = [...factsThatMatter(answer)]
    const { open } = progressOf(answer, session, [])
    expect(progressOf(answer, session, [])).toEqual({ open, settledHere: 0 })
    expect(progressOf(answer, session, all)).toEqual({ open, settledHere: open })
  })
})
