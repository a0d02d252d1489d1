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

const option = (value: unknown, key: string): string =>
  text(key === '' ? value : (value as Record<string, unknown>)[key])

/** One list: a press on one of its options chooses it. */
function fillList(sheet: HTMLElement, { data }: Host, choose: (value: unknown) => void): void {
  for (const [index, item] of ((data.range ?? []) as readonly unknown[]).entries()) {
    const button = document.createElement('button')
    button.setAttribute('role', 'option')
    button.textContent = option(item, text(data.rangeKey))
    button.addEventListener('click', () => choose(String(index)))
    sheet.appendChild(button)
  }
}

/** Several wheels: turning one tells the page, which may then change what stands on the others. */
function fillWheels(sheet: HTMLElement, host: Host): void {
  const chosen = (host.data.value ?? []) as readonly number[]
  for (const [column, range] of ((host.data.range ?? []) as readonly (readonly unknown[])[]).entries()) {
    const wheel = document.createElement('select')
    wheel.setAttribute('aria-label', `第${column + 1}列`)
    for (const item of range) wheel.add(new Option(option(item, text(host.data.rangeKey))))
    wheel.selectedIndex = Math.max(0, chosen[column] ?? 0)
    wheel.addEventListener('change', () => host.fire('columnchange', { column, value: wheel.selectedIndex }))
    sheet.appendChild(wheel)
  }
}

function fillDate(sheet: HTMLElement, { data }: Host): HTMLInputElement {
  const field = document.createElement('input')
  field.type = text(data.mode)
  field.setAttribute('aria-label', '选择')
  field.value = text(data.value)
  sheet.appendChild(field)
  return field
}

function addDone(sheet: HTMLElement, then: () => void): void {
  const done = document.createElement('button')
  done.textContent = '确定'
  done.addEventListener('click', then)
  sheet.appendChild(done)
}

function fill(sheet: HTMLElement, host: Host): void {
  sheet.replaceChildren()
  const choose = (value: unknown) => {
    sheet.remove()
    host.own.sheet = undefined
    host.fire('change', { value })
  }
  const mode = text(host.data.mode) || 'selector'
  if (mode === 'selector') {
    fillList(sheet, host, choose)
  } else if (mode === 'multiSelector') {
    fillWheels(sheet, host)
    addDone(sheet, () => choose(Array.from(sheet.querySelectorAll('select'), (wheel) => wheel.selectedIndex)))
  } else {
    const field = fillDate(sheet, host)
    addDone(sheet, () => choose(field.value))
  }
}

function openPicker(host: Host): void {
  if (host.data.disabled) return
  const sheet = document.createElement('div')
  host.own.sheet = sheet
  sheet.className = 'wx-over'
  sheet.setAttribute('role', 'listbox')
  sheet.addEventListener('click', (event) => event.stopPropagation())
  fill(sheet, host)
  document.body.appendChild(sheet)
}

function refill(host: Host): void {
  if (host.own.sheet instanceof HTMLElement) fill(host.own.sheet, host)
}

export const inputElements: Readonly<Record<string, BuiltIn>> = {
  input: typed('input'),
  textarea: typed('textarea'),
  picker: {
    attached: (host) => host.node.addEventListener('click', () => openPicker(host)),
    changed: { range: refill, value: refill },
  },
}
