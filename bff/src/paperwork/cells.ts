import {
  choicesOf,
  type Form,
  type FormRow,
  type FormValues,
  fieldOf,
  type Option,
  valueText,
} from '@suanhui/shared/forms'
import type { Cell, Row, Tick } from './table'

/** The printed texts of one form's values, and the cells made of them. */
export class FormCells {
  constructor(
    readonly form: Form,
    private readonly values: FormValues,
  ) {}

  text(id: string): string {
    const field = fieldOf(this.form, id)
    return field === undefined ? '' : valueText(field, this.values[id]?.value)
  }

  value(span: number, id: string, align: Cell['align'] = 'center'): Cell {
    return { span, text: this.text(id), align }
  }

  /** Both boxes of 是 and 否. */
  yesNo(span: number, id: string): Cell {
    const value = this.values[id]?.value
    return {
      span,
      ticks: [
        { label: '是', ticked: value === true },
        { label: '否', ticked: value === false },
      ],
    }
  }

  /** All options with their boxes; what stands for 其他 comes behind it. */
  options(id: string, other?: string): readonly Tick[] {
    const field = fieldOf(this.form, id)
    const value = this.values[id]?.value
    const options: readonly Option[] =
      field !== undefined && (field.type === 'one of' || field.type === 'several of') ? field.options : []
    const words = other === undefined ? '' : this.text(other)
    return options.map(({ key, label }) => ({
      label: key === 'other' ? `${label}${words === '' ? '________' : `：${words}`}` : label,
      ticked: value === key || choicesOf(value).includes(key),
    }))
  }

  /** The rows of a field as texts by column; `least` of them, empty where there are fewer. */
  rows(id: string, least: number): readonly Readonly<Record<string, string>>[] {
    const field = fieldOf(this.form, id)
    const value = this.values[id]?.value
    if (field === undefined || field.type !== 'rows') return []
    const given: FormRow[] = []
    if (typeof value === 'object') for (const row of value) if (typeof row === 'object') given.push(row)
    while (given.length < least) given.push({})
    return given.map((row) =>
      Object.fromEntries(field.columns.map((column) => [column.id, valueText(column, row[column.id])])),
    )
  }
}

export const label = (span: number, text: string): Cell => ({ span, text, align: 'center' })
export const section = (text: string): Row => ({ cells: [{ span: 24, text, bold: true }], least: 28, heading: true })

export const pledge: Row = {
  cells: [
    {
      span: 24,
      text: '　　本单位承诺，递交的申报资料真实有效，如存在利用虚假资料瞒报、虚报等手段获得补贴的，公司将承担相应的法律责任及后果。',
      foot: ['法定代表人（签章）：', '单位名称（盖章）：', '　　　　年　　月　　日'],
      height: 118,
    },
  ],
}
