import type { FieldError } from '@suanhui/shared/error'

/** NUL, which no database keeps, and halves of characters, which no text is written with. */
const unstorable = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text)

/** Whether it is worth a closer look: NUL, or any half of a character, also one that has its other half beside it. */
function looksStrange(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0 || (unit >= 0xd800 && unit <= 0xdfff)) return true
  }
  return false
}

/** Half a microsecond for the body of a match, where the closer look takes two. */
function holdsStrange(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const here = left.pop()
    if (typeof here === 'string' && looksStrange(here)) return true
    if (typeof here !== 'object' || here === null) continue
    if (Object.keys(here).some(looksStrange)) return true
    for (const inner of Object.values(here)) left.push(inner)
  }
  return false
}

const MESSAGE = '里面有看不见的字符，请删掉重新输入'

/** The top-level fields in which something stands that cannot be kept, in keys or values, however deep. */
export function unstorableFields(value: unknown): readonly FieldError[] {
  if (!holdsStrange(value)) return []
  const found = new Set<string>()
  const left: { readonly field: string; readonly value: unknown }[] = [{ field: 'body', value }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { field, value: here } = next
    if (typeof here === 'string' && unstorable(here)) found.add(field)
    if (typeof here !== 'object' || here === null) continue
    for (const [key, inner] of Object.entries(here)) {
      if (unstorable(key)) found.add(field)
      left.push({ field: here === value && !Array.isArray(value) ? key : field, value: inner })
    }
  }
  return [...found].map((field) => ({ field: unstorable(field) ? 'body' : field, message: MESSAGE }))
}
