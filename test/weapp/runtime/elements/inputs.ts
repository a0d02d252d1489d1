import { type BuiltIn, type Host, text } from './element'

const MODES: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal' }

const inner = (host: Host): HTMLInputElement | HTMLTextAreaElement | undefined =>
  host.own.inner as HTMLInputElement | HTMLTextAreaElement | undefined

/** `input` and `textarea`: a native one inside, whose events become WeChat's. */
function typed(tag: 'input' | 'textarea'): BuiltIn {
  return {
    attached(host) {
      const { data, node } = host
      const field = document.createElement(tag)
      host.own.inner = field
      field.value = text(data.value)
      field.placeholder = text(data.placeholder)
      const longest = data.maxlength === undefined ? 140 : Number(data.maxlength)
      if (longest > 0) field.maxLength = longest
      if (field instanceof HTMLInputElement) {
        field.type = data.password ? 'password' : 'text'
        field.inputMode = MODES[text(data.type)] ?? 'text'
      }
      if (data.ariaLabel) field.setAttribute('aria-label', text(data.ariaLabel))
      field.disabled = Boolean(data.disabled)
      field.addEventListener('input', (event) => {
        event.stopPropagation()
        host.fire('input', { value: field.value, cursor: field.selectionStart, keyCode: 0 })
      })
      field.addEventListener('change', (event) => event.stopPropagation())
      field.addEventListener('focus', () => host.fire('focus', { value: field.value, height: 300 }))
      field.addEventListener('blur', () => host.fire('blur', { value: field.value }))
      node.appendChild(field)
    },
    changed: {
      value(host, value) {
        const field = inner(host)
        if (field && field.value !== text(value)) field.value = text(value)
      },
      placeholder(host, value) {
        const field = inner(host)
        if (field) field.placeholder = text(value)
      },
      disabled(host, value) {
        const field = inner(host)
        if (field) field.disabled = Boolean(value)
      },
    },
  }
}

/** A sheet from which the person picks; a date is typed, a list is pressed. */
function openPicker({ data, fire }: Host): void {
  if (data.disabled) return
  const sheet = document.createElement('div')
  sheet.className = 'wx-over'
  sheet.setAttribute('role', 'listbox')
  sheet.addEventListener('click', (event) => event.stopPropagation())
  const choose = (value: unknown) => {
    sheet.remove()
    fire('change', { value })
  }
  const mode = text(data.mode) || 'selector'
  if (mode === 'selector') {
    const range = (data.range ?? []) as readonly unknown[]
    const key = text(data.rangeKey)
    for (const [index, item] of range.entries()) {
      const option = document.createElement('button')
      option.setAttribute('role', 'option')
      option.textContent = text(key === '' ? item : (item as Record<string, unknown>)[key])
      option.addEventListener('click', () => choose(String(index)))
      sheet.appendChild(option)
    }
  } else {
    const field = document.createElement('input')
    field.type = mode === 'date' ? 'date' : mode === 'time' ? 'time' : 'text'
    field.setAttribute('aria-label', '选择')
    field.value = text(data.value)
    const done = document.createElement('button')
    done.textContent = '确定'
    done.addEventListener('click', () =>
      choose(mode === 'multiSelector' ? field.value.split(',').map(Number) : field.value),
    )
    sheet.append(field, done)
  }
  document.body.appendChild(sheet)
}

export const inputElements: Readonly<Record<string, BuiltIn>> = {
  input: typed('input'),
  textarea: typed('textarea'),
  picker: { attached: (host) => host.node.addEventListener('click', () => openPicker(host)) },
}
