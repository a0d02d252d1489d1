import { wan } from '@suanhui/shared/money'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readPaper } from '../papers'
import { type Case, casesIn } from '../platforms/case'
import { changeRound, currentRound, Round } from '../platforms/round'
import type { World } from '../world'
import { actionsFor, isWaitingFor } from './actions'
import { formInput } from './form-body'
import { labelOf } from './labels'
import { casePage } from './pages/case'
import { homePage } from './pages/home'
import { queuePage } from './pages/queue'
import { roundPage } from './pages/round'
import { perform } from './perform'
import { placesNow, rankRound } from './rank-round'
import { DeskRefusal } from './refusal'
import { SEATS, type Seat, seatOf } from './seat'

const RoundForm = Round.pick({ opensOn: true, closesOn: true, lastInLine: true }).extend({
  budgetWan: z.coerce.number().min(0),
})

/** Kinds shown in browsers as they are; anything else is handed over as a file. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** The desk for people. */
export function deskRoutes(world: World): Hono {
  const { journal, clock } = world
  const routes = new Hono()
  const cases = casesIn(journal)
  const newestFirst = (): readonly Case[] => [...cases.all()].sort((a, b) => b.changedAt - a.changedAt)
  const seated = (c: Context): Seat => {
    const seat = seatOf(c.req.param('seat') ?? '')
    if (seat === undefined) throw new DeskRefusal(404, '没有这个身份')
    return seat
  }
  const caseView = (seat: Seat, id: string, problem?: string): ReturnType<typeof casePage> => {
    const of = cases.get(id)
    if (of === undefined) throw new DeskRefusal(404, '没有这个编号')
    const actions = actionsFor(seat.reviewer, of).map((action) => ({
      action,
      hindrance: action.hindrance?.(seat.reviewer, of),
    }))
    return casePage({ seat, of, actions, labels: labelOf, problem })
  }

  routes.get('/', (c) =>
    c.html(
      homePage(
        SEATS.map((seat) => ({ seat, waiting: cases.all().filter((of) => isWaitingFor(seat.reviewer, of)).length })),
      ),
    ),
  )
  routes.get('/papers/:case/:paper', (c) => {
    const paper = cases.get(c.req.param('case'))?.papers.find(({ id }) => id === c.req.param('paper'))
    const bytes = paper && readPaper(world.folder, paper.sha256)
    if (paper === undefined || bytes === undefined) throw new DeskRefusal(404, '没有这份材料')
    return c.body(bytes, 200, {
      'content-type': SHOWN.includes(paper.mediaType) ? paper.mediaType : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    })
  })
  routes.get('/:seat', (c) => {
    const seat = seated(c)
    const all = newestFirst()
    const waiting = all.filter((of) => isWaitingFor(seat.reviewer, of))
    return c.html(queuePage(seat, { waiting, all, shown: c.req.query('all') === undefined ? 'waiting' : 'all' }))
  })
  routes.get('/:seat/round', (c) => {
    const ranked = cases.all().filter(({ rank }) => rank !== undefined)
    const nameOf = (id: string): string => cases.get(id)?.companyName ?? id
    const round = currentRound(journal, clock())
    return c.html(roundPage({ seat: seated(c), round, places: placesNow(world), ranked, nameOf }))
  })
  routes.post('/:seat/round', async (c) => {
    const seat = seated(c)
    const form = RoundForm.safeParse(await c.req.parseBody())
    if (!form.success) throw new DeskRefusal(422, '预算或日期写得不对')
    const { budgetWan, ...rest } = form.data
    changeRound(journal, { ...currentRound(journal, clock()), ...rest, budgetFen: wan(budgetWan) })
    return c.redirect(`/desk/${seat.id}/round`, 303)
  })
  routes.post('/:seat/round/rank', (c) => {
    const seat = seated(c)
    rankRound(world, seat.name)
    return c.redirect(`/desk/${seat.id}/round`, 303)
  })
  routes.get('/:seat/cases/:case', (c) => c.html(caseView(seated(c), c.req.param('case'))))
  routes.post('/:seat/cases/:case/:action', async (c) => {
    const seat = seated(c)
    const { case: id, action } = c.req.param()
    try {
      perform(world, seat, id, action, formInput(await c.req.parseBody()))
    } catch (error) {
      if (!(error instanceof DeskRefusal) || error.status === 404) throw error
      return c.html(caseView(seat, id, error.message), error.status)
    }
    return c.redirect(`/desk/${seat.id}/cases/${id}`, 303)
  })
  return routes
}
