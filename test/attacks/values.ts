/** Stands in every hostile text, so that it is seen where it turns up again. */
export const MARK = 'H0ST1LE'

/** As JSON source, for some of them no JavaScript value is written as. */
export const hostileTexts: Readonly<Record<string, string>> = {
  html: JSON.stringify(`<img src=x onerror=alert('${MARK}')><script>${MARK}</script>`),
  sql: JSON.stringify(`${MARK}'); drop table people; --`),
  nul: `"${MARK}\\u0000${MARK}"`,
  'lone surrogate': `"${MARK}\\ud800"`,
  'swapped surrogates': `"\\udc00\\ud800${MARK}"`,
  'line breaks': JSON.stringify(`${MARK}\r\nSet-Cookie: x=1\r\n\r\n<b>`),
  'right to left': JSON.stringify(`\u202e${MARK}\u202d`),
  formula: JSON.stringify(`=HYPERLINK("http://x","${MARK}")`),
  template: JSON.stringify(`\${${MARK}}{{${MARK}}}`),
  long: JSON.stringify(MARK.repeat(5_000)),
  path: JSON.stringify(`../../../../etc/passwd\u2215${MARK}`),
  empty: '""',
}

export const hostileValues: Readonly<Record<string, string>> = {
  'beyond numbers': '1e400',
  'minus beyond': '-1e400',
  'past safe integers': '9007199254740993',
  'very many digits': '1'.repeat(4_000),
  'very small': '1e-400',
  'minus zero': '-0',
  fraction: '0.1',
  negative: '-1',
  null: 'null',
  true: 'true',
  list: '[]',
  'list of lists': '[[[[]]]]',
  object: '{}',
  'object with prototype': '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  'many items': `[${'0,'.repeat(5_000)}0]`,
  'looks like text': '{"toString":"x","valueOf":"x","length":1e9}',
}

/** A body as JSON text with one of its leaves, or one of its containers, replaced by other source. */
export function mutants(body: unknown, source: string): readonly { readonly at: string; readonly text: string }[] {
  const found: { at: string; text: string }[] = []
  const walk = (value: unknown, at: string, write: (inner: string) => string): void => {
    found.push({ at: at === '' ? 'the body' : at, text: write(source) })
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        const whole = (inner: string): string =>
          write(`[${value.map((one, other) => (other === index ? inner : JSON.stringify(one))).join(',')}]`)
        walk(item, `${at}[${index}]`, whole)
      }
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
      for (const [key, item] of entries) {
        const whole = (inner: string): string =>
          write(
            `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${name === key ? inner : JSON.stringify(one)}`).join(',')}}`,
          )
        walk(item, `${at}.${key}`, whole)
      }
    }
  }
  walk(body, '', (inner) => inner)
  return found
}

/** Brackets inside each other, as many as fit under the limit of a body. */
export const deepList = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
export const deepObject = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
