import { remindOfFilings } from '@suanhui/bff/services/messages/remind/filings'
import { addDays } from '@suanhui/shared/date'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { COMPANY, READINGS } from './submissions-papers'
import { asJson, begin, flowWorld, type Member, paper, readyFiling, submit } from './submissions-world'
import { closeExaminer } from './uploading'
import { creditCode } from './world'

closeExaminer()

/** The contract of the readings is signed on 1 November: 30 days later is 1 December. */
const SIGNED_ON = '2026-11-01'
const REMINDED = [10, 3, 1, 0]

interface Message {
  readonly title: string
  readonly text: string
  readonly link: unknown
}

describe.each(engines)('reminders of a filing that is due, on the $name database', (engine) => {
  const { services: world, member } = flowWorld(engine)
  const at = (daysLeft: number): void => {
    world().clock.now = new Date(`${addDays(SIGNED_ON, 30 - daysLeft)}T02:00:00Z`)
  }
  const messages = async ({ person }: Member): Promise<readonly Message[]> =>
    (await asJson<{ messages: Message[] }>(await person.ask('GET', '/v1/me/messages'))).messages
  /** Looked twice each day: 30, 29 … days before the last one, and three days after it. */
  async function everyDay(who: Member, from = 30): Promise<readonly number[]> {
    const told: number[] = []
    for (let left = from; left >= -3; left -= 1) {
      at(left)
      const before = (await messages(who)).length
      await remindOfFilings(world().deps)
      await remindOfFilings(world().deps)
      for (let more = (await messages(who)).length - before; more > 0; more -= 1) told.push(left)
    }
    return told
  }

  it('come on their days from 30 down to 0, each once, and lead to the contract', async () => {
    const who = await member()
    at(30)
    const contract = await paper(world(), who, READINGS.contract())
    expect(await everyDay(who)).toEqual(REMINDED)
    const [last] = await messages(who)
    expect(last?.text).toContain('12月1日')
    expect(last?.link).toEqual({ page: 'newFiling', params: { companyId: who.companyId, paperId: contract } })
  })

  it('come for a draft of a filing as well, and no more when it was sent', async () => {
    const who = await member()
    at(20)
    const contract = await paper(world(), who, READINGS.contract())
    const buyer = { ...COMPANY, creditCode: creditCode('91430104MA0TEXT1X') }
    const other = await member(buyer.creditCode)
    await begin(who, { step: 'filing', paperId: contract })
    at(10)
    await remindOfFilings(world().deps)
    expect(await messages(who)).toHaveLength(1)
    expect(await messages(other)).toEqual([])
    const own = await paper(world(), other, READINGS.contract('HT-2026-002', buyer))
    const draft = await readyFiling(world(), other, own)
    expect((await submit(other, draft)).status).toBe(202)
    expect(await everyDay(other, 10)).toEqual([])
  })

  it('made up for once where nobody looked on the day', async () => {
    const who = await member()
    await paper(world(), who, READINGS.contract())
    at(8)
    await remindOfFilings(world().deps)
    at(2)
    await remindOfFilings(world().deps)
    expect(await messages(who)).toHaveLength(2)
  })
})
