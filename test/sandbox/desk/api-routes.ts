import { Hono } from 'hono'
import { z } from 'zod'
import { type Case, casesIn } from '../platforms/case'
import { changeRound, currentRound, Round } from '../platforms/round'
import type { World } from '../world'
import { actionsFor, isWaitingFor } from './actions'
import { perform } from './perform'
import { placesNow, rankRound } from './rank-round'
import { DeskRefusal } from './refusal'
import { SEATS, type Seat, seatOf } from './seat'

const Seated = z.object({ seat: z.string() })

const seatNamed = (id: string): Seat => {
  const seat = seatOf(id)
  if (seat === undefined) throw new DeskRefusal(422, `seat 要是其中之一：${SEATS.map((one) => one.id).join('、')}`)
  return seat
}

/** The desk for tests: the same steps, without a browser. */
export function deskApiRoutes(world: World): Hono {
  const { journal, clock } = world
  const routes = new Hono()
  const cases = casesIn(journal)
  const read = async (request: { json: () => Promise<unknown> }): Promise<z.infer<typeof Seated>> => {
    const body = z.looseObject(Seated.shape).safeParse(await request.json().catch(() => undefined))
    if (!body.success) throw new DeskRefusal(422, '要写 seat')
    return body.data
  }
  const withSteps = (seat: Seat, of: Case) => ({
    ...of,
    actions: actionsFor(seat.reviewer, of)
      .filter(({ hindrance }) => hindrance?.(seat.reviewer, of) === undefined)
      .map(({ name, label }) => ({ name, label })),
  })

  routes.get('/seats', (c) => c.json({ seats: SEATS }))
  routes.get('/cases', (c) => {
    const { seat: seatId, kind, state, creditCode, platform } = c.req.query()
    const seat = seatId === undefined ? undefined : seatNamed(seatId)
    const fits = (of: Case): boolean =>
      (kind === undefined || of.kind === kind) &&
      (state === undefined || of.state === state) &&
      (platform === undefined || of.platform === platform) &&
      (creditCode === undefined || of.creditCode === creditCode) &&
      (seat === undefined || isWaitingFor(seat.reviewer, of))
    return c.json({ cases: cases.all().filter(fits) })
  })
  routes.get('/cases/:case', (c) => {
    const of = cases.get(c.req.param('case'))
    if (of === undefined) throw new DeskRefusal(404, '没有这个编号')
    const seat = c.req.query('seat')
    return c.json(seat === undefined ? of : withSteps(seatNamed(seat), of))
  })
  routes.post('/cases/:case/:action', async (c) => {
    const { seat, ...input } = await read(c.req)
    return c.json(perform(world, seatNamed(seat), c.req.param('case'), c.req.param('action'), input))
  })
  routes.get('/round', (c) => c.json({ round: currentRound(journal, clock()), places: placesNow(world) }))
  routes.put('/round', async (c) => {
    const body = Round.partial().safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) throw new DeskRefusal(422, '预算或日期写得不对')
    const round = Round.parse({ ...currentRound(journal, clock()), ...body.data })
    changeRound(journal, round)
    return c.json({ round })
  })
  routes.post('/round/rank', async (c) =>
    c.json({ places: rankRound(world, seatNamed((await read(c.req)).seat).name) }),
  )
  return routes
}
