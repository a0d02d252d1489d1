import { formatFen } from '@suanhui/shared/money'
import { html } from 'hono/html'
import { type Html, page, timeText } from '../../pages/layout'
import type { Case } from '../../platforms/case'
import type { Seat } from '../seat'
import { KIND_NAMES, stateName, stateTone } from './names'

const row = (seat: Seat, of: Case): Html => html`<tr data-case="${of.id}">
  <td data-label="企业"><a href="/desk/${seat.id}/cases/${of.id}">${of.companyName}</a></td>
  <td data-label="事项">${KIND_NAMES[of.kind]}</td>
  <td data-label="编号">${of.id}</td>
  <td data-label="进展"><span class="tag ${stateTone(of.state)}">${stateName(of.state)}</span></td>
  <td data-label="结算金额" class="number">${of.settledFen === undefined ? '—' : formatFen(of.settledFen)}</td>
  <td data-label="最近变动">${timeText(of.changedAt)}</td>
</tr>`

export interface Queue {
  readonly waiting: readonly Case[]
  readonly all: readonly Case[]
  readonly shown: 'waiting' | 'all'
}

const list = (seat: Seat, cases: readonly Case[], empty: string): Html =>
  cases.length === 0
    ? html`<div class="card empty">${empty}</div>`
    : html`<div class="card"><table class="stack">
        <thead><tr><th>企业</th><th>事项</th><th>编号</th><th>进展</th><th class="number">结算金额</th><th>最近变动</th></tr></thead>
        <tbody>${cases.map((of) => row(seat, of))}</tbody>
      </table></div>`

/** What waits for the seat, and all there is. */
export const queuePage = (seat: Seat, { waiting, all, shown }: Queue): Html =>
  page(
    'desk',
    seat.name,
    html`<p><a href="/desk">‹ 换身份</a></p>
      <div class="row spread"><h1>${seat.name}</h1>
        ${seat.reviewer.role === 'province' ? html`<a class="button" href="/desk/${seat.id}/round">预算和排序</a>` : ''}
      </div>
      <ul class="tabs">
        <li><a href="/desk/${seat.id}" ${shown === 'waiting' ? html`aria-current="page"` : ''}>待我办理 <span class="count">${waiting.length}</span></a></li>
        <li><a href="/desk/${seat.id}?all" ${shown === 'all' ? html`aria-current="page"` : ''}>全部 <span class="count">${all.length}</span></a></li>
      </ul>
      <div data-live>
        ${shown === 'waiting' ? list(seat, waiting, '没有等您办理的。企业提交后会出现在这里。') : list(seat, all, '还没有企业提交过。')}
      </div>`,
  )
