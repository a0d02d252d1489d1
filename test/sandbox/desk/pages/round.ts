import { formatFen } from '@suanhui/shared/money'
import { html } from 'hono/html'
import { type Html, page } from '../../pages/layout'
import type { Case } from '../../platforms/case'
import type { Place } from '../../platforms/ranking'
import type { Round } from '../../platforms/round'
import type { Seat } from '../seat'
import { stateName, stateTone } from './names'

export interface RoundView {
  readonly seat: Seat
  readonly round: Round
  readonly places: readonly Place[]
  readonly ranked: readonly Case[]
  readonly nameOf: (caseId: string) => string
}

const settings = (
  seat: Seat,
  round: Round,
): Html => html`<form class="card" method="post" action="/desk/${seat.id}/round">
  <h2>${round.name}</h2>
  <div class="fields">
    <label>预算（万元）<input type="number" name="budgetWan" min="0" step="any" value="${round.budgetFen / 1_000_000}" required></label>
    <label>申报开始<input type="date" name="opensOn" value="${round.opensOn}" required></label>
    <label>申报截止<input type="date" name="closesOn" value="${round.closesOn}" required></label>
    <label>预算不够时，最后一名
      <select name="lastInLine">
        <option value="rest" ${round.lastInLine === 'rest' ? html`selected` : ''}>得剩下的</option>
        <option value="nothing" ${round.lastInLine === 'nothing' ? html`selected` : ''}>不给</option>
      </select>
    </label>
  </div>
  <div class="row" style="margin-top:12px"><button class="plain">保存预算</button></div>
</form>`

const placeRow = ({ seat, nameOf }: RoundView, { id, rank, score, entitledFen, grantedFen }: Place): Html => html`<tr>
  <td data-label="名次">第 ${rank}</td><td data-label="企业"><a href="/desk/${seat.id}/cases/${id}">${nameOf(id)}</a></td>
  <td data-label="平均分" class="number">${score.toFixed(2)}</td>
  <td data-label="按规定可补" class="number">${formatFen(entitledFen)}</td>
  <td data-label="拟补贴" class="number"><strong>${formatFen(grantedFen)}</strong></td></tr>`

const rankedRow = ({ seat }: RoundView, of: Case): Html => html`<tr>
  <td data-label="名次">第 ${of.rank}</td><td data-label="企业"><a href="/desk/${seat.id}/cases/${of.id}">${of.companyName}</a></td>
  <td data-label="进展"><span class="tag ${stateTone(of.state)}">${stateName(of.state)}</span></td>
  <td data-label="拟补贴" class="number"><strong>${formatFen(of.grantedFen ?? 0)}</strong></td></tr>`

/** The year's budget, and who stands where. */
export const roundPage = (view: RoundView): Html => {
  const { seat, round, places, ranked } = view
  const promised = ranked.reduce((sum, { state, grantedFen = 0 }) => (state === 'rejected' ? sum : sum + grantedFen), 0)
  return page(
    'desk',
    '预算和排序',
    html`<p><a href="/desk/${seat.id}">‹ 回到${seat.name}</a></p>
      <h1>预算和排序</h1>
      ${settings(seat, round)}
      <section class="card"><h2>复核通过，等排序（${places.length}）</h2>
        <p class="soft">按专家平均分从高到低；每家不超过结算金额的30%，最高1000万元；合计不超过预算（已安排 ${formatFen(promised)}）。</p>
        ${
          places.length === 0
            ? html`<p class="soft">没有等排序的。</p>`
            : html`<table class="stack"><thead><tr><th>名次</th><th>企业</th><th class="number">平均分</th><th class="number">按规定可补</th><th class="number">拟补贴</th></tr></thead>
              <tbody>${places.map((one) => placeRow(view, one))}</tbody></table>
              <form class="row" method="post" action="/desk/${seat.id}/round/rank" style="margin-top:12px"><button>确认排序</button></form>`
        }
      </section>
      ${
        ranked.length === 0
          ? ''
          : html`<section class="card"><h2>已排序（${ranked.length}）</h2><table class="stack">
            <thead><tr><th>名次</th><th>企业</th><th>进展</th><th class="number">拟补贴</th></tr></thead>
            <tbody>${ranked.map((of) => rankedRow(view, of))}</tbody></table></section>`
      }`,
  )
}
