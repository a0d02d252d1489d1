import { html } from 'hono/html'
import { type Html, page } from '../../pages/layout'
import type { Seat } from '../seat'

export interface SeatWork {
  readonly seat: Seat
  readonly waiting: number
}

/** Where one chooses who one is. */
export const homePage = (work: readonly SeatWork[]): Html =>
  page(
    'desk',
    '审核工作台',
    html`<h1>审核工作台</h1>
      <p class="soft">请选您的身份。数字是等您办理的件数。</p>
      <div class="grid">
        ${work.map(
          ({ seat, waiting }) => html`<section class="card">
            <div class="row spread"><h2>${seat.name}</h2><span class="count">${waiting}</span></div>
            <p class="soft" style="min-height:3.2em">${seat.task}</p>
            <a class="button" href="/desk/${seat.id}" aria-label="以${seat.name}的身份进入">进入</a>
          </section>`,
        )}
      </div>`,
  )
