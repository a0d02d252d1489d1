import { formatFen } from '@suanhui/shared/money'
import { html } from 'hono/html'
import type { Html } from '../../pages/layout'

export type Labels = (key: string) => string

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function scalar(key: string, value: unknown): string {
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'number' && /fen$/i.test(key)) return formatFen(value)
  return value === null || value === undefined || value === '' ? '（未填）' : String(value)
}

function shown(key: string, value: unknown, labels: Labels): Html | string {
  if (Array.isArray(value)) {
    if (value.length === 0) return '（无）'
    return value.every((one) => !isRecord(one))
      ? value.map((one) => labels(scalar(key, one))).join('、')
      : html`${value.map((one, index) => html`<div class="soft">第 ${index + 1} 项</div>${shown(key, one, labels)}`)}`
  }
  return isRecord(value) ? formView(value, labels) : scalar(key, value)
}

/** What was filled in, whatever it is: names beside values, tables within tables. */
export const formView = (form: Readonly<Record<string, unknown>>, labels: Labels): Html =>
  html`<dl>${Object.entries(form).map(
    ([key, value]) => html`<dt>${labels(key)}</dt><dd>${shown(key, value, labels)}</dd>`,
  )}</dl>`
