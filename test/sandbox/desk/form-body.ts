type Body = Readonly<Record<string, unknown>>

/** `items.0.note=…` of a form, as a list; rows without a note were not meant. */
function itemsOf(body: Body): readonly Body[] {
  const rows = new Map<string, Record<string, unknown>>()
  for (const [name, value] of Object.entries(body)) {
    const [, index, field] = /^items\.(\d+)\.(\w+)$/.exec(name) ?? []
    if (index === undefined || field === undefined) continue
    rows.set(index, { ...rows.get(index), [field]: value })
  }
  return [...rows.values()].filter(({ note }) => typeof note === 'string' && note.trim() !== '')
}

/** What the browser sent, in the shape that the JSON twin takes. */
export function formInput(body: Body): Body {
  const plain = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('items.')))
  const items = itemsOf(body)
  return items.length === 0 ? plain : { ...plain, items }
}
