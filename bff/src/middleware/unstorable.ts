import type { FieldError } from '@suanhui/shared/error'

/** NUL, which no database keeps, and halves of characters, which no text is written with. */
const unstorable = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text)

const MESSAGE = '里面有看不见的字符，请删掉重新输入'

/** The top-level fields in which something stands that cannot be kept, in keys or values, however deep. */
export function unstorableFields(value: unknown): readonly FieldError[] {
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
