import { formatFen } from '@suanhui/shared/money'
import { html } from 'hono/html'
import { type Html, page, timeText } from '../../pages/layout'
import type { Case, CasePaper, Correction } from '../../platforms/case'
import type { Action } from '../action'
import type { Seat } from '../seat'
import { actionForm, correctionKinds } from './action-form'
import { formView, type Labels } from './form'
import { KIND_NAMES, stateName, stateTone } from './names'

export interface CaseView {
  readonly seat: Seat
  readonly of: Case
  readonly actions: readonly { readonly action: Action; readonly hindrance: string | undefined }[]
  readonly labels: Labels
  readonly problem: string | undefined
}

const paperView = (of: Case, { id, name, mediaType }: CasePaper): Html => {
  const address = `/desk/papers/${of.id}/${id}`
  return html`<section class="paper">
    <header><strong>${name}</strong><a href="${address}" target="_blank" rel="noopener">单独打开</a></header>
    ${
      mediaType.startsWith('image/')
        ? html`<img src="${address}" alt="${name}" loading="lazy">`
        : mediaType === 'application/pdf'
          ? html`<iframe src="${address}" title="${name}" loading="lazy"></iframe>`
          : ''
    }
  </section>`
}

const correctionState = ({ resolvedAt, withdrawnAt }: Correction): Html =>
  withdrawnAt !== undefined
    ? html`<span class="tag">已撤销</span>`
    : resolvedAt !== undefined
      ? html`<span class="tag good">已补正</span>`
      : html`<span class="tag warn">等补正</span>`

/** What the item is about, as people call it. */
const aboutOf = ({ papers }: Case, { target, isPaper }: Correction, labels: Labels): string =>
  isPaper ? (papers.find(({ id }) => id === target)?.name ?? '材料') : labels(target)

const correctionsView = (of: Case, labels: Labels): Html =>
  html`<section class="card"><h2>补正项</h2><table class="stack">
    <thead><tr><th>哪一项</th><th>问题</th><th>怎么改</th><th>期限</th><th>情况</th></tr></thead>
    <tbody>${of.corrections.map(
      (one) => html`<tr>
        <td data-label="哪一项">${aboutOf(of, one, labels)}</td><td data-label="问题">${correctionKinds[one.kind]}</td>
        <td data-label="怎么改">${one.note}</td><td data-label="期限">${one.dueOn}</td>
        <td data-label="情况">${correctionState(one)}</td></tr>`,
    )}</tbody></table></section>`

const money = ({ settledFen, rank, grantedFen }: Case): Html => html`<p class="row">
  ${settledFen === undefined ? '' : html`<span>结算金额 <strong>${formatFen(settledFen)}</strong></span>`}
  ${rank === undefined ? '' : html`<span>排序 <strong>第 ${rank}</strong></span>`}
  ${grantedFen === undefined ? '' : html`<span>拟补贴 <strong>${formatFen(grantedFen)}</strong></span>`}
</p>`

/** The form on the left, the papers on the right, what can be done below them. */
export const casePage = ({ seat, of, actions, labels, problem }: CaseView): Html =>
  page(
    'desk',
    of.companyName,
    html`<p><a href="/desk/${seat.id}">‹ 回到${seat.name}</a></p>
      <div class="row spread"><h1>${of.companyName}</h1><span class="tag ${stateTone(of.state)}" data-state="${of.state}">${stateName(of.state)}</span></div>
      <p class="soft">${KIND_NAMES[of.kind]} · 编号 ${of.id} · ${of.creditCode} · ${timeText(of.submittedAt)} 提交</p>
      ${money(of)}
      ${problem === undefined ? '' : html`<div class="note bad" role="alert">${problem}</div>`}
      <section class="card" aria-label="办理">
        <h2>办理</h2>
        ${
          actions.length === 0
            ? html`<p class="soft">这一件现在不需要您办理。</p>`
            : actions.map(({ action, hindrance }) =>
                hindrance === undefined
                  ? actionForm(seat, of, action, labels)
                  : html`<p class="soft">${action.label}：${hindrance}</p>`,
              )
        }
      </section>
      ${of.corrections.length === 0 ? '' : correctionsView(of, labels)}
      <div class="sides">
        <section class="card"><h2>填报内容</h2>${formView(of.form, labels)}</section>
        <section class="card"><h2>材料（${of.papers.length}）</h2>
          ${of.papers.length === 0 ? html`<p class="soft">没有附材料。</p>` : of.papers.map((one) => paperView(of, one))}
        </section>
      </div>
      <section class="card"><h2>办理记录</h2>
        <ol class="steps">${[...of.history]
          .reverse()
          .map(
            ({ at, who, text }) =>
              html`<li><strong>${text}</strong><div class="soft">${who} · ${timeText(at)}</div></li>`,
          )}</ol>
      </section>`,
  )
