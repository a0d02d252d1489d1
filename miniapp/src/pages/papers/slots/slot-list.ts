/** What stands in a slot after a person moved something. Pure; an id that is not there changes nothing. */
export const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((one) => one !== id)

export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  const others = without(ids, id)
  return [...others.slice(0, to), id, ...others.slice(to)]
}

export const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? without(ids, id) : [...ids, id]
