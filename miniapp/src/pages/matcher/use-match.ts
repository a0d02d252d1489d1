import { type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import type { Answer, Explain, Session } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useMemo, useRef, useState } from 'react'
import { useAnswers } from '../../stores/answers'
import type { AnswersState } from '../../stores/answers-state'
import { useCatalogue } from '../../stores/catalogue'
import { sessionOf } from './session'

/** The day in China, looked at again each time the page comes up: a phone lies open over midnight. */
export function useToday(): IsoDate {
  const [today, setToday] = useState(() => shanghaiDay(new Date()))
  useDidShow(() => setToday(shanghaiDay(new Date())))
  return today
}

export interface Matched {
  readonly catalogue: Catalogue
  readonly facts: AnswersState['answers']
  readonly today: IsoDate
  readonly result: Answer
  /** What the result was taken from; it moves on with the answers. */
  readonly session: Session
}

/** The answers, as they were last seen while the page was up: one below another page is not drawn at every key. */
function useFactsWhileShown(): AnswersState['answers'] {
  const { answers } = useAnswers()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const seen = useRef(answers)
  if (shown) seen.current = answers
  return seen.current
}

/** What the answers on this phone come to today. Worked out here, at every change, without the network. */
export function useMatch(explain: Explain = 'none'): Matched {
  const catalogue = useCatalogue()
  const facts = useFactsWhileShown()
  const today = useToday()
  const wanted = typeof explain === 'string' ? explain : explain.join()
  const session = useMemo(() => sessionOf(catalogue, facts, today), [catalogue, facts, today])
  const result = useMemo(
    () => sessionOf(catalogue, facts, today).answer(wanted === 'all' || wanted === 'none' ? wanted : wanted.split(',')),
    [catalogue, facts, today, wanted],
  )
  return { catalogue, facts, today, result, session }
}
