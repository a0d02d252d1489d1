import type { PaperDetail } from '@suanhui/shared/api'
import { formatDate, isIsoDate } from '@suanhui/shared/date'
import { formatFen } from '@suanhui/shared/money'
import {
  type FieldSource,
  type FieldType,
  type FieldValue,
  mergeConfirmed,
  type PagePlace,
  type Paper,
  type PaperFields,
  type PaperKind,
  paperFields,
  type Reading,
} from '@suanhui/shared/papers'

/** A field of a paper as a person sees it. */
export interface SeenField {
  readonly name: string
  readonly label: string
  readonly type: FieldType
  readonly value?: FieldValue
  readonly source?: FieldSource
  readonly place?: PagePlace
  readonly state: 'confirmed' | 'verified' | 'suggested' | 'unread' | 'disagree'
  /** The person said that it stands not on the paper. */
  readonly absent: boolean
  /** A person has to look at it before the paper can be used. */
  readonly toLook: boolean
}

const nothingRead = (kind: PaperKind): Reading => ({
  kind,
  kindConfidence: 0,
  fields: {},
  lines: [],
  seals: [],
  pages: [],
  disagreements: [],
})

/** The paper as the checks see it; undefined while nobody knows which kind it is. */
export function paperOf(detail: PaperDetail): Paper | undefined {
  if (detail.kind === null) return undefined
  const { kind: _kind, lines, fields } = detail.confirmed
  const origin = {
    id: detail.id,
    ...(detail.pages.length === 1 && detail.pages[0] !== undefined && { hash: detail.pages[0].sha256 }),
    ...(detail.duplicateOf !== undefined && { duplicateOf: detail.duplicateOf }),
  }
  const reading = detail.reading ?? nothingRead(detail.kind)
  return mergeConfirmed(origin, reading, { kind: detail.kind, fields, ...(lines !== undefined && { lines }) })
}

function seen(paper: Paper, detail: PaperDetail, name: string, definition: PaperFields[string]): SeenField {
  const { label, type, required = false } = definition ?? { label: name, type: 'text' }
  const value = paper.fields[name]
  const absent = detail.confirmed.fields[name] === null
  const disagree = paper.disagreements.includes(name)
  const state = disagree ? 'disagree' : (value?.status ?? (absent ? 'confirmed' : 'unread'))
  const open = required && (state === 'suggested' || (state === 'unread' && !absent))
  return {
    name,
    label,
    type,
    ...(value !== undefined && { value: value.value, source: value.source }),
    ...(value?.place !== undefined && { place: value.place }),
    state,
    absent,
    toLook: disagree || open,
  }
}

/** What stands on a paper of this kind, in the order in which it is printed. */
export const fieldsOf = (paper: Paper, detail: PaperDetail): readonly SeenField[] =>
  Object.entries(paperFields[paper.kind] as PaperFields).map(([name, definition]) =>
    seen(paper, detail, name, definition),
  )

/** A value as a person reads it. Sums exact to the fen, in 元 as papers print them. */
export function valueWords(type: FieldType, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (type === 'fen' && typeof value === 'number') return yuanText(value)
  if (type === 'date' && isIsoDate(value)) return formatDate(value)
  return String(value)
}

/** Exact, as papers print it: 1,060,000 fen are 10,600.00元. */
export function yuanWords(fen: number): string {
  const [whole = '', cents = ''] = (Math.abs(fen) / 100).toFixed(2).split('.')
  return `${fen < 0 ? '-' : ''}${whole.replace(/\d(?=(\d{3})+$)/g, '$&,')}.${cents}元`
}

/** Where 万元 say it shorter, they stand behind it. */
function yuanText(fen: number): string {
  const short = fen >= 1_000_000 ? formatFen(fen) : ''
  return short.endsWith('万元') ? `${yuanWords(fen)}（${short}）` : yuanWords(fen)
}

/** A value as it stands in its box to be changed. */
export function typedOf(type: FieldType, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  return type === 'fen' && typeof value === 'number' ? String(value / 100) : String(value)
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/。/g, '.')
    .replace(/[\s,¥元]/g, '')

/** What was typed as the value it is; undefined where it is no figure, or nothing. */
export function valueTyped(type: FieldType, text: string): FieldValue | undefined {
  if (type === 'fen') {
    const figure = plain(text)
    return /^-?\d{1,12}(\.\d{1,2})?$/.test(figure) ? Math.round(Number(figure) * 100) : undefined
  }
  if (type === 'number') return /^-?\d{1,12}(\.\d+)?$/.test(plain(text)) ? Number(plain(text)) : undefined
  if (type === 'bool') return text === 'true'
  const trimmed = text.trim()
  return trimmed === '' ? undefined : trimmed
}
