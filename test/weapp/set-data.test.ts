import { beforeAll, describe, expect, it } from 'vitest'
import { bothTargets } from '../e2e/targets'
import { type Interaction, ofOnePress, walkQuestionnaire } from './questionnaire'

const targets = bothTargets()
/** A hundred presses, each followed until nothing more comes. */
const WALK_MS = 300_000
const TODAY = new Date('2026-11-21T10:00:00+08:00')
/** What one press may send, all together; a wheel of the picker is a press of its own. */
const LIMIT_BYTES = 4096
/** What a page sends before anything of it is seen. What follows comes in pieces of this size as well. */
const FIRST_DRAWN_BYTES = 4096

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
  }, WALK_MS)

  it('comes from the whole questionnaire, without a complaint', () => {
    expect(of('answer').length).toBeGreaterThan(40)
    expect(complaints).toEqual([])
  })

  it('is at most 4 KB a press on an answer', () => {
    expect(of('answer').filter((one) => ofOnePress(one) > LIMIT_BYTES)).toEqual([])
  })

  it('is at most 4 KB for a new screen of questions', () => {
    expect(of('next screen').length).toBeGreaterThan(10)
    expect(of('next screen').filter(({ bytes }) => bytes > LIMIT_BYTES)).toEqual([])
  })

  it('comes in pieces of 4 KB where a page opens', () => {
    const opened = [...of('open'), ...of('results')]
    expect(opened).toHaveLength(2)
    expect(opened.filter(({ largest }) => largest > FIRST_DRAWN_BYTES)).toEqual([])
  })
})
