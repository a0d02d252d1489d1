import { beforeAll, describe, expect, it } from 'vitest'
import { bothTargets } from '../e2e/targets'
import { type Interaction, walkQuestionnaire } from './questionnaire'

const targets = bothTargets()
const TODAY = new Date('2026-11-21T10:00:00+08:00')
/** What one press may send; a wheel of the picker is a press of its own. */
const LIMIT_BYTES = 4096
/** A screen of five new questions still takes more than the goal of 4096: what it must not grow beyond. */
const SCREEN_LIMIT_BYTES = 7168

/** A place takes several presses: each of them counts for itself. */
const ofOnePress = ({ name, bytes, largest }: Interaction): number => (name === 'company.region' ? largest : bytes)

describe('what goes from the service to the view', () => {
  let found: readonly Interaction[]
  let complaints: readonly string[]
  const of = (kind: Interaction['kind']) => found.filter((one) => one.kind === kind)

  beforeAll(async () => {
    const surface = await targets.open('weapp', {}, TODAY)
    found = await walkQuestionnaire(surface)
    complaints = await surface.complaints()
    for (const { kind, name, bytes, largest } of found)
      console.info(`${String(bytes).padStart(7)} ${String(largest).padStart(7)}  ${kind}: ${name}`)
  })

  it('comes from the whole questionnaire, without a complaint', () => {
    expect(of('answer').length).toBeGreaterThan(40)
    expect(complaints).toEqual([])
  })

  it('is at most 4 KB a press on an answer', () => {
    expect(of('answer').filter((one) => ofOnePress(one) > LIMIT_BYTES)).toEqual([])
  })

  it('is little more for a new screen of questions', () => {
    expect(of('next screen').filter(({ bytes }) => bytes > SCREEN_LIMIT_BYTES)).toEqual([])
  })
})
