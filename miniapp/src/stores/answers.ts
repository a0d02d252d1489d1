import type { FactScalar } from '@suanhui/shared/facts'
import {
  type AnswersState,
  type Draft,
  noAnswers,
  readAnswers,
  type StoredAnswers,
  withAnswer,
  withNextScreen,
  withPreviousScreen,
} from './answers-state'
import { currentCatalogue } from './catalogue'
import { readStored, writeStored } from './storage'
import { createStore, useStore } from './store'

const KEY = 'answers'

const store = createStore<AnswersState>(readAnswers(readStored(KEY), currentCatalogue().facts))

/** Kept on the phone at every change; the time of keeping is shown, so it moves only when it was kept. */
function keep(next: AnswersState): void {
  const stamped: StoredAnswers = { ...next, savedAt: new Date().toISOString(), format: 1 }
  store.set(writeStored(KEY, stamped) ? stamped : next)
}

export const useAnswers = (): AnswersState => useStore(store)

export function answer(id: string, value: FactScalar | null | undefined, draft?: Draft): void {
  keep(withAnswer(store.get(), id, value, draft))
}

export const goToNextScreen = (facts: readonly string[]): void => keep(withNextScreen(store.get(), facts))

export const goToPreviousScreen = (): void => keep(withPreviousScreen(store.get()))

export const clearAnswers = (): void => keep(noAnswers)
