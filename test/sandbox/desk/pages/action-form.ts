import { html } from 'hono/html'
import type { Html } from '../../pages/layout'
import { type Case, CorrectionKind, openCorrections } from '../../platforms/case'
import type { Action, Blank } from '../action'
import { cellsOf } from '../labels'
import type { Seat } from '../seat'
import type { Labels } from './form'

export const correctionKinds: Readonly<Record<(typeof CorrectionKind.options)[number], string>> = {
  incorrect: '填写有误',
  incomplete: '不完整',
  outdated: '已过期',
}

/** Items that can be sent back at once; the rest by a second look. */
const ITEM_ROWS = 3

const targets = (of: Case, labels: Labels): Html => html`
  <optgroup label="填报内容">${Object.entries(of.form)
    .flatMap(([key, value]) => [key, ...cellsOf(key, value)])
    .map((key) => html`<option value="${key}">${labels(key)}</option>`)}</optgroup>
  <optgroup label="材料">${of.papers.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</optgroup>`

const itemRow = (of: Case, labels: Labels, index: number): Html => html`<fieldset class="card fields" style="margin:0">
  <legend class="soft">第 ${index + 1} 项${index === 0 ? '' : '（可不填）'}</legend>
  <label>哪一项<select name="items.${index}.target">${targets(of, labels)}</select></label>
  <label>问题<select name="items.${index}.kind">${CorrectionKind.options.map(
    (kind) => html`<option value="${kind}">${correctionKinds[kind]}</option>`,
  )}</select></label>
  <label>怎么改<input name="items.${index}.note" maxlength="300" ${index === 0 ? html`required` : ''}></label>
  <label>期限<input type="date" name="items.${index}.dueOn" ${index === 0 ? html`required` : ''}></label>
</fieldset>`

const itemRows = (of: Case, labels: Labels): Html => {
  const [first, ...more] = Array.from({ length: ITEM_ROWS }, (_, index) => itemRow(of, labels, index))
  return html`${first}<details><summary>还有别的要补正</summary>${more}</details>`
}

function blank(of: Case, labels: Labels, { name, label, kind, required }: Blank): Html {
  if (kind === 'items') return itemRows(of, labels)
  if (name === 'correctionId') {
    return html`<label>${label}<select name="correctionId">${openCorrections(of).map(
      (one) => html`<option value="${one.id}">${labels(one.target)}：${one.note}</option>`,
    )}</select></label>`
  }
  const type = kind === 'text' ? 'text' : kind
  return html`<label>${label}<input type="${type}" name="${name}" ${kind === 'number' ? html`min="0" max="100" step="any"` : html`maxlength="500"`} ${required ? html`required` : ''}></label>`
}

/** One button with what it needs; longer ones fold up, so that the usual step lies open. */
export function actionForm(seat: Seat, of: Case, action: Action, labels: Labels): Html {
  const form = html`<form class="act" method="post" action="/desk/${seat.id}/cases/${of.id}/${action.name}">
    ${action.blanks.map((one) => blank(of, labels, one))}
    <div class="row"><button class="${action.tone ?? ''}">${action.label}</button></div>
  </form>`
  return action.tone === undefined ? form : html`<details><summary>${action.label}…</summary>${form}</details>`
}
