import { type Decision, decide, Engine, Session } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { median, quantile } from '../../clock'
import { companies, ON, onlyFacts, registryFacts } from '../companies'
import { fewestAnswers } from './hindsight'

export interface Asked {
  readonly runs: number
  /** Answers given until every measure is decided, sums included. */
  readonly mean: number
  readonly median: number
  readonly p95: number
  /** The same in screens of five, and the answers that they take. */
  readonly screens: number
  readonly screensP95: number
  readonly answersOnScreens: number
  /** Fewest answers that could have proved the same, known only in hindsight; over `hindsightRuns` of the runs. */
  readonly hindsight: number
  readonly askedThere: number
  /** The fewest screens that could have held those answers, and the screens it took. */
  readonly hindsightScreens: number
  readonly screensThere: number
  readonly hindsightRuns: number
  /** Runs that did not end with the decisions on all facts. */
  readonly wrong: number
}

const PER_SCREEN = 5

const engine = new Engine(catalogue)

/** What a decision must say in the end. */
const said = ({ status, amount }: Decision): string => JSON.stringify([status, amount])

interface Walk {
  readonly answers: number
  readonly screens: number
  readonly right: boolean
}

/** Asks what the session wants to know, so many questions a screen, until it wants nothing more. */
function walk(company: FactValues, known: readonly string[], perScreen: number): Walk {
  const session = new Session(engine, ON, onlyFacts(company, known))
  let answers = 0
  let screens = 0
  for (;;) {
    const answer = session.answer()
    if (answer.nextQuestions.length === 0) {
      const all = decide(catalogue, company, ON)
      const right = answer.decisions.every((one, index) => {
        const full = all[index]
        return full !== undefined && one.status !== 'undetermined' && said(one) === said(full)
      })
      return { answers, screens, right }
    }
    const asked = answer.nextQuestions.slice(0, perScreen)
    for (const id of asked) session.set(id, company[id] as FactScalar)
    answers += asked.length
    screens++
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

/** How many questions it takes until everything is decided, of companies of whom these facts are known. */
export function questionsUntilDecided(registry: boolean, runs: number, hindsightRuns: number): Asked {
  const known = registry ? registryFacts : []
  const all = companies(runs, 11)
  const single = all.map((company) => walk(company, known, 1))
  const onScreens = all.map((company) => walk(company, known, PER_SCREEN))
  const least = all.slice(0, hindsightRuns).map((company) => fewestAnswers(company, known))
  const answers = single.map((one) => one.answers)
  return {
    runs,
    mean: mean(answers),
    median: median(answers),
    p95: quantile(answers, 0.95),
    screens: mean(onScreens.map((one) => one.screens)),
    screensP95: quantile(
      onScreens.map((one) => one.screens),
      0.95,
    ),
    answersOnScreens: mean(onScreens.map((one) => one.answers)),
    hindsight: mean(least),
    askedThere: mean(answers.slice(0, hindsightRuns)),
    hindsightScreens: mean(least.map((count) => Math.ceil(count / PER_SCREEN))),
    screensThere: mean(onScreens.slice(0, hindsightRuns).map((one) => one.screens)),
    hindsightRuns,
    wrong: [...single, ...onScreens].filter((one) => !one.right).length,
  }
}
