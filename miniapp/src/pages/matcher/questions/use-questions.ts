import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { goToNextScreen, goToPreviousScreen, useAnswers } from '../../../stores/answers'
import { timesSkipped } from '../../../stores/answers-state'
import { useMatch } from '../use-match'
import { factsThatMatter, nextScreen, progressOf } from './screens'

/** The open screen of questions, and the ways on and back. */
export function useQuestions() {
  const state = useAnswers()
  const { catalogue, result, session, today } = useMatch()
  const screen = state.screens[state.at]

  // Whoever opens the page on a screen all answered goes on; whoever only looked at something else finds it as it was.
  const opening = useRef(true)
  useDidShow(() => {
    const { screens, at, answers } = state
    const shown = screens[at]
    const over = shown === undefined || shown.length === 0
    const answered =
      opening.current && screens[at + 1] === undefined && shown?.every((fact) => answers[fact] !== undefined)
    opening.current = false
    if (over || answered) goToNextScreen(nextScreen(catalogue, state, today))
  })

  return {
    screen: screen ?? [],
    number: state.at + 1,
    finished: screen !== undefined && screen.length === 0,
    matters: factsThatMatter(result),
    answers: state.answers,
    empty: timesSkipped(state).size,
    progress: progressOf(result, session, screen ?? []),
    savedAt: state.savedAt,
    canGoBack: state.at > 0,
    goOn: () => goToNextScreen(nextScreen(catalogue, state, today)),
    goBack: goToPreviousScreen,
  }
}
